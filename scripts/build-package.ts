/**
 * Builds the package it is run in, for `pnpm pack` and `pnpm publish`; the workspace itself runs from `src`.
 * JavaScript and types go to `dist`, and what the package carries of the repository goes beside them.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const TSC = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')

rmSync('dist', { recursive: true, force: true })
execFileSync(process.execPath, [TSC, '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
for (const name of ['LICENSE', 'NOTICE']) cpSync(join(ROOT, name), name)
const CARRIED: Readonly<Record<string, () => void>> = {
  loader: () => cpSync(join(ROOT, 'cypher'), 'dist/cypher', { recursive: true, filter: isQuestion }),
  extractor: writeWords,
}
CARRIED[basename(process.cwd())]?.()

function isQuestion(path: string): boolean {
  return path.endsWith('cypher')
}

/** The files of `lexicon/` as one, for browsers, which would have to ask for each. */
function writeWords(): void {
  const files = readdirSync('lexicon', { recursive: true, encoding: 'utf8' })
    // The tagger's own are for its training alone.
    .filter((name) => name.endsWith('.tsv') && !name.startsWith('tagger/'))
    .sort()
  rmSync('data', { recursive: true, force: true })
  mkdirSync('data')
  for (const [target, names] of [
    ['words', files],
    ['date-words', files.filter((name) => name.startsWith('dates/'))],
  ] as const) {
    const words = Object.fromEntries(names.map((name) => [name, readFileSync(join('lexicon', name), 'utf8')]))
    writeFileSync(join('data', `${target}.json`), JSON.stringify(words))
  }
}
