/** The gold files of a folder, each with the text that it annotates. */
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { decodeText } from '@mithaq/ingest'
import { CliError } from '../errors.ts'
import { type Gold, readGold } from './gold.ts'

export interface GoldArticle {
  gold: Gold
  text: string
}

const SUFFIX = /^(?:(?<id>.+)\.)?gold\.json$/u

/**
 * Read `ID.gold.json` and `gold.json` in a folder, by name; folders in it are left out, so that what is
 * kept aside in one is not scored by accident. The text of each is `ID.txt` or `article.txt` beside it, in
 * `texts` where that is given, or one or two folders up (`examples/gold/held/07.gold.json`).
 *
 * @throws CliError `gold-missing`, `gold-text-missing`, and those of readGold
 */
export async function findGold(directory: string, texts?: string): Promise<GoldArticle[]> {
  const names = await list(directory)
  const files = names.filter((name) => SUFFIX.test(name)).sort((a, b) => (a < b ? -1 : 1))
  if (files.length === 0) {
    throw new CliError(
      'gold-missing',
      `${directory} holds no gold.json and no ID.gold.json to score against.`,
    )
  }
  return Promise.all(files.map((name) => readArticle(join(directory, name), texts)))
}

async function list(directory: string): Promise<string[]> {
  try {
    return await readdir(directory)
  } catch (cause) {
    throw new CliError('gold-missing', `${directory} cannot be read as a folder of gold files.`, { cause })
  }
}

async function readArticle(path: string, texts: string | undefined): Promise<GoldArticle> {
  const json = parse(path, await readFile(path))
  const id = SUFFIX.exec(basename(path))?.groups?.['id'] ?? idOf(json)
  const text = await readText(path, id, texts)
  return { gold: readGold(json, text, path), text }
}

function parse(path: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(decodeText(bytes).text)
  } catch (cause) {
    throw new CliError('gold-invalid', `${path} is not JSON in UTF-8.`, { cause })
  }
}

function idOf(json: unknown): string | undefined {
  const { id } = Object(json) as { id?: unknown }
  return typeof id === 'string' ? basename(id) : undefined
}

async function readText(path: string, id: string | undefined, texts: string | undefined): Promise<string> {
  const beside = dirname(path)
  const folders = [beside, join(beside, '..'), join(beside, '..', '..')]
  const near = texts === undefined ? [beside] : [texts, beside]
  const candidates = near.map((folder) => join(folder, 'article.txt'))
  if (id !== undefined) candidates.unshift(...near.concat(folders).map((folder) => join(folder, `${id}.txt`)))
  for (const candidate of candidates) {
    const bytes = await readFile(candidate).catch(() => null)
    if (bytes !== null) return decodeText(bytes).text
  }
  throw new CliError(
    'gold-text-missing',
    `${path}: no ${id ?? 'article'}.txt beside it. Say where the texts are with --texts DIR.`,
  )
}
