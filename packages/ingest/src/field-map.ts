/** Other people's JSON as ours: which of its fields is which of an article's. */
import { dayOf } from './day.ts'
import { IngestError } from './errors.ts'
import { htmlToText } from './html/read-html.ts'

/** What a field may become; `html` is text that is still markup. */
const TARGETS = ['text', 'html', 'id', 'title', 'published', 'publisher', 'url'] as const
type Target = (typeof TARGETS)[number]

/** Each of an article's fields by the path of the field that holds it. */
export type FieldMap = ReadonlyMap<Target, readonly string[]>

/**
 * @param asked `ours=theirs` by commas; a path into an object by dots
 * @throws {IngestError} `wrong-map`
 * @example parseFieldMap('text=body,published=meta.date')
 */
export function parseFieldMap(asked: string): FieldMap {
  const map = new Map<Target, readonly string[]>()
  for (const pair of asked.split(',')) {
    const [ours = '', theirs = ''] = pair.split(/=(.*)/su).map((side) => side.trim())
    const target = TARGETS.find((name) => name === ours)
    if (target === undefined || theirs === '' || map.has(target)) {
      throw new IngestError(
        'wrong-map',
        `wanted: text=body,published=date, of ${TARGETS.join(', ')}; not ${pair}`,
      )
    }
    map.set(target, theirs.split('.'))
  }
  return map
}

/**
 * A record with our names for its fields. What the map does not speak of and is called as ours keeps its meaning;
 * the rest is left behind. Days may be written in any way that `dayOf` reads, texts may be lists of paragraphs.
 *
 * @throws {IngestError} `unmapped` for a text that is not there, `wrong-day`
 */
export async function mapFields(record: object, map: FieldMap): Promise<object> {
  const mapped: Partial<Record<Target, unknown>> = {}
  for (const target of TARGETS) {
    const path = map.get(target) ?? (map.has('text') || target !== 'html' ? [target] : undefined)
    const value = path && valueAt(record, path)
    if (value !== undefined && value !== null && value !== '') mapped[target] = value
  }
  const { html, text, published, ...rest } = mapped
  const markup = map.has('html') && typeof html === 'string' ? await htmlToText(html) : undefined
  const words =
    markup ?? (Array.isArray(text) ? text.filter((part) => typeof part === 'string').join('\n') : text)
  if (words === undefined) throw new IngestError('unmapped', `no text at ${nameOf(map)}; ${fieldsOf(record)}`)
  return {
    text: words,
    ...Object.fromEntries(
      Object.entries(rest).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]),
    ),
    ...(published !== undefined && { published: readDay(published) }),
  }
}

/** Its own fields alone: a path never reaches what every object has. */
function valueAt(record: object, path: readonly string[]): unknown {
  let value: unknown = record
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return value
}

function readDay(value: unknown): string {
  const day = dayOf(value)
  if (day !== undefined) return day
  throw new IngestError(
    'wrong-day',
    `no day that can be told: ${JSON.stringify(value).slice(0, 40)}; write YYYY-MM-DD`,
  )
}

const nameOf = (map: FieldMap): string => (map.get('text') ?? map.get('html') ?? ['text']).join('.')
const fieldsOf = (record: object): string =>
  `the record has ${Object.keys(record).slice(0, 12).join(', ') || 'no fields'}`
