/** What we ship, and under which licences: those of production dependencies, by pnpm's own list. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Licences that ask for no more than their notice; OFL is for a font. None of the GPL family, none without a name. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Zlib',
])

/** Packages whose manifest names no licence of SPDX's list; what their licence file holds was read. */
export const READ_BY_HAND: Readonly<Record<string, string>> = {
  duck: 'BSD-2-Clause',
}

export interface Shipped {
  name: string
  versions: string[]
  /** An SPDX expression, as the manifest gives it. */
  license: string
}

/** Everything that an installation without development tools brings. */
export function shippedPackages(): Shipped[] {
  const listed = execFileSync('npx', ['--yes', 'pnpm@10', 'licenses', 'list', '--prod', '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  return Object.values(JSON.parse(listed) as Record<string, Shipped[]>).flat()
}

/**
 * Whether an SPDX expression allows it: of those joined by OR one, of those joined by AND all.
 *
 * @example isAllowed('(MIT OR GPL-3.0-or-later)') // true
 */
export function isAllowed(expression: string): boolean {
  const plain = expression.replaceAll(/[()]/gu, '')
  // Nested expressions are too rare to be read: what has both words is refused until somebody looks.
  if (plain.includes(' OR ') && plain.includes(' AND ')) return false
  return plain.includes(' OR ')
    ? plain.split(' OR ').some((each) => ALLOWED.has(each))
    : plain.split(' AND ').every((each) => ALLOWED.has(each))
}

/** @example licenceOf({ name: 'duck', versions: ['0.1.12'], license: 'BSD' }) // 'BSD-2-Clause' */
export const licenceOf = ({ name, license }: Shipped): string => READ_BY_HAND[name] ?? license
