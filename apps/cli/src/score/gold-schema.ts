/** The gold file: what a careful reader found in one article. Offsets are code points, end exclusive. */
import { isoDay, valuesOf } from '@mithaq/model'
import { z } from 'zod'

/** [start, end, quote], as the annotators write it. */
const goldSpan = z.tuple([z.int().nonnegative(), z.int().nonnegative(), z.string()])
const goldInterval = z.object({ start: isoDay.nullable(), end: isoDay.nullable() })

const goldEntitySchema = z.object({
  name: z.string(),
  wikidata: z.string().nullable().default(null),
  mentions: z.array(goldSpan),
  core: z.boolean().default(true),
})

const goldCommitmentSchema = z.object({
  id: z.string(),
  span: goldSpan,
  committers: z.array(z.string()),
  beneficiaries: z.array(z.string()).default([]),
  places: z.array(z.string()).default([]),
  kind: z.enum(valuesOf('kind')),
  polarity: z.enum(valuesOf('polarity')),
  action_ar: z.string(),
  deadline: goldInterval.nullable().default(null),
  begins: goldInterval.nullable().default(null),
  condition: z.string().nullable().default(null),
  attributed_to: z.array(z.string()).optional(),
  core: z.boolean().default(true),
})

/** Reads `seed/gold.json` and its like; what scoring does not use may be there too. */
export const goldSchema = z.object({
  id: z.string(),
  published: isoDay.nullish(),
  n_chars: z.int().optional(),
  /** What is not annotated: links and share lines at the foot. */
  boilerplate: z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative()])).default([]),
  actors: z.array(goldEntitySchema),
  places: z.array(goldEntitySchema),
  times: z.array(
    z.object({
      span: goldSpan,
      start: isoDay.nullable(),
      end: isoDay.nullable(),
      core: z.boolean().default(true),
    }),
  ),
  commitments: z.array(goldCommitmentSchema),
  demands: z.array(z.object({ span: goldSpan })).default([]),
})

export type GoldFile = z.infer<typeof goldSchema>
export type GoldSpan = z.infer<typeof goldSpan>
