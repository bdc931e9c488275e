/** What a model may answer: commitments whose every word is quoted, and kinds from closed lists. Nothing else is read. */
import { valuesOf } from '@mithaq/model'
import { z } from 'zod'

/** In UTF-16 units; a clause of news is shorter. */
const LONGEST_QUOTE = 600
/** Less is no action that a reader understands. In letters. */
const SHORTEST_ACTION = 3
/** Of an answer to one question: twice what a dense communiqué has; what is beyond is left out and counted. */
export const MOST_PROPOSALS = 60

const MOST_NAMES = 8
const places = z.array(z.object({ name: z.string(), role: z.enum(['at', 'from', 'toward']) })).max(MOST_NAMES)
const said = z.array(z.string()).max(MOST_NAMES)

/** Without limits of length for texts: llama.cpp makes them grammars that take minutes. */
const asked = z.object({
  /** The clause that states it. */
  quote: z.string(),
  /** The word in it that makes it a commitment. */
  trigger: z.string(),
  /** The words in it that say what is to be done. */
  action: z.string(),
  committers: said,
  creditors: said,
  places,
  begins: z.string().nullable(),
  due: z.string().nullable(),
  condition: z.string().nullable(),
  /** Who says so, outermost first. */
  sources: said,
  kind: z.enum(valuesOf('kind')),
  polarity: z.enum(valuesOf('polarity')),
  certainty: z.enum(valuesOf('certainty')),
})

/** The shape that the endpoint is asked to hold the model to. */
export const answerSchema = z.object({ commitments: z.array(asked) })

const quoted = z.string().min(1).max(LONGEST_QUOTE)
const names = z.array(quoted).max(MOST_NAMES)
const perhaps = quoted.nullish().transform((words) => words ?? null)

/** What is read of it, within limits; what is empty may be left out, where an endpoint holds no model to a schema. */
const proposalSchema = asked.extend({
  quote: quoted,
  trigger: quoted,
  action: quoted.refine((words) => words.replace(/\P{L}/gu, '').length >= SHORTEST_ACTION),
  committers: names.min(1),
  creditors: names.default([]),
  places: places.default([]),
  begins: perhaps,
  due: perhaps,
  condition: perhaps,
  sources: names.default([]),
  certainty: asked.shape.certainty.default('certain'),
})

/** One commitment as the model proposes it; everything but the closed lists is words of the article. */
export type Proposal = z.infer<typeof proposalSchema>

export interface ReadAnswer {
  proposals: Proposal[]
  /** Items that are no proposals, or more than may be. */
  malformed: number
  /** The whole of it is no answer. */
  isBroken: boolean
}

/**
 * The proposals in what a model wrote. Each is judged by itself, so that one bad item spoils no other; of an answer that
 * was cut off the items that are whole are read.
 *
 * @example readAnswer('{"commitments":[]}') // { proposals: [], malformed: 0, isBroken: false }
 */
export function readAnswer(text: string): ReadAnswer {
  const { commitments } = Object(parse(text)) as { commitments?: unknown }
  if (!Array.isArray(commitments)) return { proposals: [], malformed: 0, isBroken: true }
  const proposals = commitments.slice(0, MOST_PROPOSALS).flatMap((item) => {
    const { data } = proposalSchema.safeParse(item)
    return data ? [data] : []
  })
  return { proposals, malformed: commitments.length - proposals.length, isBroken: false }
}

/** JSON, be it between a model's fences, after its thoughts, or without its end. */
function parse(text: string): unknown {
  const json = text.slice(Math.max(0, text.indexOf('{')))
  for (const reading of [text, json.slice(0, json.lastIndexOf('}') + 1), wholeItems(json)]) {
    try {
      return JSON.parse(reading)
    } catch {
      // The next reading.
    }
  }
  return undefined
}

/** `{"commitments":[{…},{…},{…`: up to the last item that is whole, and closed. */
function wholeItems(json: string): string {
  let depth = 0
  let isText = false
  let end = 0
  for (let i = 0; i < json.length; i++) {
    const sign = json[i]!
    if (isText) {
      if (sign === '\\') i++
      else if (sign === '"') isText = false
    } else if (sign === '"') isText = true
    else if (sign === '{' || sign === '[') depth++
    else if (sign === '}' || sign === ']') {
      depth--
      if (depth === ITEM && sign === '}') end = i + 1
    }
  }
  return end === 0 ? '' : `${json.slice(0, end)}]}`
}

/** How deep the items lie: in the list of the answer. */
const ITEM = 2
