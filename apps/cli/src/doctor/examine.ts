import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { VIEWER_DIRECTORY } from '../places.ts'
import { loadDotEnv, nameOfStore, readSettings } from '../store/read-settings.ts'
import type { StoreFlags, StoreSettings } from '../store/read-settings.ts'
import { absent, ill, well } from './finding.ts'
import type { Finding } from './finding.ts'
import { findTools } from './find-tools.ts'

/** Look at everything, worst cases included: no finding stops the next. */
export async function examine(flags: StoreFlags): Promise<Finding[]> {
  loadDotEnv()
  const settings = readSettings(flags, process.env)
  return [
    nodeVersion(process.versions.node),
    await lexicon(),
    await store(settings),
    viewer(),
    ...('uri' in settings ? [] : [absent('Neo4j', 'not asked for; set NEO4J_URI, or give --to, to use one')]),
    ...(await findTools()),
  ]
}

/** @param version e.g. `20.19.0` */
export function nodeVersion(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const enough = major > 20 || (major === 20 && minor >= 19)
  return enough ? well('Node', version) : ill('Node', `${version} is too old: install 20.19 or newer`)
}

const SENTENCE = 'تعهدت قطر بتقديم مساعدات إلى لبنان قبل نهاية 2025.'

async function lexicon(): Promise<Finding> {
  try {
    const { extract } = await import('@mithaq/extractor')
    const { commitments } = extract({ text: SENTENCE, published: '2025-03-01' })
    if (commitments.length > 0) return well('lexicon', 'loads, and a sentence is read')
    return ill(
      'lexicon',
      'loads, but a plain pledge is not found: check packages/extractor/lexicon for changes',
    )
  } catch (error) {
    return ill('lexicon', `does not load: ${(error as Error).message}`)
  }
}

async function store(settings: StoreSettings): Promise<Finding> {
  const part = 'uri' in settings ? 'Neo4j' : 'store'
  if ('directory' in settings && !existsSync(settings.directory)) {
    return absent(part, `nothing in ${settings.directory} yet: mithaq load, or mithaq demo`)
  }
  try {
    const { openStore } = await import('@mithaq/loader')
    const opened = await openStore(settings)
    try {
      const { rows } = await opened.query('MATCH (a:Article) RETURN count(a) AS articles')
      return well(part, `${nameOfStore(settings)}: ${String(rows[0]?.[0])} articles`)
    } finally {
      await opened.close()
    }
  } catch (error) {
    return ill(part, (error as Error).message)
  }
}

const viewer = (): Finding =>
  existsSync(join(VIEWER_DIRECTORY, 'index.html'))
    ? well('viewer', 'built')
    : absent('viewer', 'not built yet: npx pnpm@10 build, or npx pnpm@10 start')
