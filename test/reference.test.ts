import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const REFERENCE = new URL('../docs/reference/', import.meta.url)

it('the reference is made from the doc comments, every link in them leading somewhere', async () => {
  const typedoc = fileURLToPath(new URL('node_modules/typedoc/bin/typedoc', REFERENCE))
  await promisify(execFile)(process.execPath, [typedoc, '--logLevel', 'Warn'], {
    cwd: fileURLToPath(REFERENCE),
  })
  const page = (name: string): string => readFileSync(new URL(`api/@mithaq/${name}.md`, REFERENCE), 'utf8')
  for (const [name, exported] of [
    ['model', 'intervalToEdtf'],
    ['extractor', 'extract'],
    ['extractor/dates', 'parseDates'],
    ['loader', 'openStore'],
  ] as const)
    expect(page(name)).toContain(`### ${exported}()`)
  expect(page('extractor')).toContain('تعهدت قطر بتقديم مساعدات إلى لبنان')
}, 60_000)
