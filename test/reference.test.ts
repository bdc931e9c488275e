import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'

const REFERENCE = new URL('../docs/reference/', import.meta.url)

it('the reference is made from the doc comments, every link in them leading somewhere', async () => {
  const typedoc = fileURLToPath(new URL('node_modules/typedoc/bin/typedoc', REFERENCE))
  // Not where the site would find it, which may be building.
  const out = mkdtempSync(join(tmpdir(), 'mithaq-reference-'))
  onTestFinished(() => rmSync(out, { recursive: true }))
  await promisify(execFile)(process.execPath, [typedoc, '--logLevel', 'Warn', '--out', out], {
    cwd: fileURLToPath(REFERENCE),
  })
  const page = (name: string): string => readFileSync(join(out, `@mithaq/${name}.md`), 'utf8')
  for (const [name, exported] of [
    ['model', 'intervalToEdtf'],
    ['extractor', 'extract'],
    ['extractor/dates', 'parseDates'],
    ['loader', 'openStore'],
  ] as const)
    expect(page(name)).toContain(`### ${exported}()`)
  expect(page('extractor')).toContain('تعهدت قطر بتقديم مساعدات إلى لبنان')
}, 60_000)
