import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { temporaryDirectory } from './run-mithaq.ts'

/** A folder with these files in it, gone when the test ends. */
export function folder(files: Record<string, string | Buffer>): string {
  const directory = temporaryDirectory()
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true })
    writeFileSync(join(directory, name), content)
  }
  return directory
}

/** A record as a line of JSONL. */
export const line = (record: object): string => `${JSON.stringify(record)}\n`

export const PLEDGE = 'تعهدت قطر بتقديم مساعدات إلى لبنان قبل نهاية 2025.'
export const REFUSAL = 'رفضت تركيا سحب قواتها من شمال العراق.'
