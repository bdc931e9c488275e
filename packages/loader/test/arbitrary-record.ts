/** Small records at random, over few names and addresses, so that they share, collide and replace each other. */
import type { ArticleGraph } from '@mithaq/model'
import fc from 'fast-check'
import { buildRecord, type CommitmentDraft, type EntityDraft, type RecordDraft } from './build-record.ts'

const ACTORS = [
  { kind: 'actor', type: 'Country', name: 'العراق', wikidata: 'Q796' },
  { kind: 'actor', type: 'Country', name: 'الولايات المتحدة', wikidata: 'Q30' },
  { kind: 'actor', type: 'Person', name: 'أحمد الشرع' },
  { kind: 'actor', type: 'Group', name: 'مسؤولون', named: false },
] satisfies EntityDraft[]

/** The same thing in other letters: one folded key, one id. */
const SPELLINGS: Record<string, string[]> = {
  'أحمد الشرع': ['أحمد الشرع', 'احمد الشرع', 'أحمد الشرَع'],
  'الولايات المتحدة': ['الولايات المتحدة', 'الولايات المتّحدة', 'أميركا'],
}

const PLACES = [
  { kind: 'place', type: 'Country', name: 'سوريا', wikidata: 'Q858' },
  {
    kind: 'place',
    type: 'City',
    name: 'أربيل',
    geonames: '95446',
    location: { latitude: 36.19, longitude: 44.01 },
  },
] satisfies EntityDraft[]

const DATES = ['2025-09', '2025-09-30', '2026', '2025-09-21/2025-09-30', '2027-01-01/..']

/** An article by a few draws: who is in it, in which spelling, who commits to what, what ties there are. */
export const arbitraryRecord: fc.Arbitrary<ArticleGraph> = fc
  .record({
    named: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
    url: fc.option(fc.constantFrom('https://example.org/1', 'https://example.org/2'), { nil: undefined }),
    version: fc.nat(2),
    actors: fc.uniqueArray(fc.nat(ACTORS.length - 1), { minLength: 1 }),
    places: fc.uniqueArray(fc.nat(PLACES.length - 1)),
    spelling: fc.nat(2),
    due: fc.option(fc.constantFrom(...DATES), { nil: undefined }),
    stated: fc.boolean(),
    tied: fc.boolean(),
  })
  .map((draw) => buildRecord(draftOf(draw)))

interface Draw {
  named: string | undefined
  url: string | undefined
  version: number
  actors: number[]
  places: number[]
  spelling: number
  due: string | undefined
  stated: boolean
  tied: boolean
}

function draftOf({ named, url, version, actors, places, spelling, due, stated, tied }: Draw): RecordDraft {
  const entities: Record<string, EntityDraft> = {}
  const chosen: EntityDraft[] = [...actors.map((i) => ACTORS[i]!), ...places.map((i) => PLACES[i]!)]
  for (const [i, draft] of chosen.entries()) {
    const written = SPELLINGS[draft.name]?.[spelling] ?? draft.name
    // What an authority knows keeps its name and is only written otherwise; the rest is named as it is written.
    entities[`e${i}`] = { ...draft, ...(draft.wikidata === undefined && { name: written }), as: [written] }
  }
  const keys = Object.keys(entities)
  const text = `نسخة ${version}: ${keys.map((key) => entities[key]!.as![0]).join('، ')} تعهد بالعمل ${due ?? ''}.`
  const commitment: CommitmentDraft = {
    evidence: 'تعهد بالعمل',
    action: 'العمل',
    by: ['e0'],
    places: keys.slice(actors.length).map((id) => ({ id, role: 'at' })),
    ...(due !== undefined && { due }),
    ...(stated && { in: 's' }),
  }
  return {
    text,
    ...(named !== undefined && { id: named }),
    ...(url !== undefined && { url }),
    entities,
    statements: stated ? { s: { by: ['e0'], cue: 'تعهد', content: 'تعهد بالعمل' } } : {},
    commitments: [commitment],
    ties: tied && actors.length > 1 ? [['e0', 'PART_OF', 'e1', 'تعهد']] : [],
  }
}
