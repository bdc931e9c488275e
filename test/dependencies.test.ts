/** What travels with the product: under licences that we can keep, and written down in a bill of materials. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { isAllowed, licenceOf, READ_BY_HAND, shippedPackages } from '../scripts/licences.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['(MIT AND Zlib)', true],
  ['GPL-3.0-only', false],
  ['MIT AND AGPL-3.0-only', false],
  ['(MIT OR GPL-2.0) AND LGPL-3.0', false],
  ['Unknown', false],
  ['', false],
])('%s is allowed: %s', (expression, allowed) => {
  expect(isAllowed(expression)).toBe(allowed)
})

it('every package that ships has a licence that is allowed', () => {
  const shipped = shippedPackages()
  expect(shipped.length).toBeGreaterThan(100)
  expect(shipped.filter((each) => !isAllowed(licenceOf(each)))).toEqual([])
  // What was read by hand is still there, and still names no licence by itself.
  for (const name of Object.keys(READ_BY_HAND)) {
    const found = shipped.find((each) => each.name === name)
    expect(found && isAllowed(found.license)).toBe(false)
  }
})

it('pnpm sbom lists every package that ships, in CycloneDX', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mithaq-sbom-'))
  try {
    const file = join(folder, 'sbom.cdx.json')
    await promisify(execFile)('npx', ['--yes', 'pnpm@10', '-s', 'sbom', '-o', file], { cwd: ROOT })
    const bom = JSON.parse(readFileSync(file, 'utf8')) as {
      bomFormat: string
      specVersion: string
      components: { group?: string; name: string; version: string; purl: string; hashes?: object[] }[]
    }
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' })
    const listed = new Set(
      bom.components.map(({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`),
    )
    // Those for development alone are there too, marked as optional.
    const shipped = shippedPackages().flatMap(({ name, versions }) =>
      versions.map((version) => `${name}@${version}`),
    )
    expect(shipped.filter((each) => !listed.has(each))).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }
}, 180_000)
