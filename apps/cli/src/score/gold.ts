/** Gold as scoring uses it: offsets in UTF-16 units, intervals as the record writes them. */
import type { EnumValue, Extent, Interval, Span } from '@mithaq/model'
import { z } from 'zod'
import { codePointOffsets } from './code-points.ts'
import { CliError } from '../errors.ts'
import { goldSchema, type GoldFile, type GoldSpan } from './gold-schema.ts'

export interface GoldEntity {
  name: string
  wikidata: string | null
  mentions: Span[]
  core: boolean
}

export interface GoldDate {
  span: Span
  interval: Interval
  core: boolean
}

export interface GoldCommitment {
  id: string
  span: Span
  committers: string[]
  creditors: string[]
  places: string[]
  kind: EnumValue<'kind'>
  polarity: EnumValue<'polarity'>
  action: string
  due: Interval | null
  begins: Interval | null
  condition: string | null
  /** Null where the annotator left attribution out. */
  attributedTo: string[] | null
  core: boolean
}

export interface Gold {
  id: string
  published: string | undefined
  actors: GoldEntity[]
  places: GoldEntity[]
  dates: GoldDate[]
  commitments: GoldCommitment[]
  /** Furniture of the page, where names and dates are neither right nor wrong. */
  boilerplate: Extent[]
  /** Calls on others: an undertaking read there is the commonest false alarm. */
  demands: Span[]
}

/**
 * One article's gold, checked against the text it was made for.
 *
 * @throws CliError `gold-invalid` when the file is not gold, `gold-text-mismatch` when a quote is not
 *   where its offsets say (the text is another one, or was edited).
 */
export function readGold(json: unknown, text: string, source = 'gold'): Gold {
  const parsed = goldSchema.safeParse(json)
  if (!parsed.success) {
    throw new CliError('gold-invalid', `${source} is not a gold file: ${z.prettifyError(parsed.error)}`)
  }
  const file = parsed.data
  const offsets = codePointOffsets(text)
  const toSpan = spanReader(text, offsets, source)
  return {
    id: file.id,
    published: file.published ?? undefined,
    actors: file.actors.map((actor) => readEntity(actor, toSpan)),
    places: file.places.map((place) => readEntity(place, toSpan)),
    dates: file.times.map((time) => ({
      span: toSpan(time.span),
      interval: { from: time.start, until: time.end },
      core: time.core,
    })),
    commitments: file.commitments.map((commitment) => readCommitment(commitment, toSpan)),
    boilerplate: file.boilerplate.map(([from, to]) => ({
      start: offsets[from] ?? text.length,
      end: offsets[to] ?? text.length,
    })),
    demands: file.demands.map(({ span }) => toSpan(span)),
  }
}

type SpanReader = (span: GoldSpan) => Span

function spanReader(text: string, offsets: readonly number[], source: string): SpanReader {
  return ([from, to, quote]) => {
    const start = offsets[from]
    const end = offsets[to]
    if (start === undefined || end === undefined || text.slice(start, end) !== quote) {
      throw new CliError(
        'gold-text-mismatch',
        `${source}: "${quote}" is not at code points ${from} to ${to} of the text. ` +
          'Give the very text that was annotated.',
      )
    }
    return { start, end, quote }
  }
}

function readEntity(entity: GoldFile['actors'][number], toSpan: SpanReader): GoldEntity {
  const { name, wikidata, core } = entity
  return { name, wikidata, mentions: entity.mentions.map(toSpan), core }
}

function readCommitment(commitment: GoldFile['commitments'][number], toSpan: SpanReader): GoldCommitment {
  const { id, committers, beneficiaries, places, kind, polarity, condition, core } = commitment
  return {
    id,
    span: toSpan(commitment.span),
    committers,
    creditors: beneficiaries,
    places,
    kind,
    polarity,
    action: commitment.action_ar,
    due: intervalOf(commitment.deadline),
    begins: intervalOf(commitment.begins),
    condition,
    attributedTo: commitment.attributed_to ?? null,
    core,
  }
}

function intervalOf(bounds: { start: string | null; end: string | null } | null): Interval | null {
  return bounds && { from: bounds.start, until: bounds.end }
}
