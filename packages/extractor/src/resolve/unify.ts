/** One thing for what goes by one name in the article, whatever the case, article and gender of its words. */
import { foldKey } from '@mithaq/model'
import type { Draft } from '../entities/draft.ts'
import type { Face, Thing } from '../entities/thing.ts'
import { latest, type State } from './state.ts'

/** A name without article, case and gender of its words. */
export const nameKey = (name: string): string =>
  foldKey(name)
    .split(' ')
    .map((word) => word.replace(/^لل|^ال(?=...)/u, '').replace(/(?<=...)ين$/u, 'ون'))
    .join(' ')

const keyOf = ({ type, name }: Face): string => `${type} ${nameKey(name.ar)}`

/** By the key of a body's name, the one of the article whose name goes on: «لجنة التهدئة والتواصل» of «لجنة التهدئة». */
export function fullerNames(drafts: readonly Draft[]): Map<string, Thing> {
  const bodies = new Map<string, Thing>()
  for (const { rule, things } of drafts)
    if (rule === 'class-name' && things[0]?.actor) bodies.set(keyOf(things[0].actor), things[0])
  const fuller = new Map<string, Thing>()
  const ambiguous = new Set<string>()
  for (const [key, thing] of bodies) {
    const words = key.split(' ')
    // The type, the class noun and a word more.
    for (let length = SHORTEST; length < words.length; length++) {
      const shorter = words.slice(0, length).join(' ')
      if (!bodies.has(shorter)) continue
      if (fuller.has(shorter)) ambiguous.add(shorter)
      fuller.set(shorter, thing)
    }
  }
  for (const key of ambiguous) fuller.delete(key)
  return fuller
}
const SHORTEST = 3

/** «المسؤولون الأميركيون» after «مسؤولين أميركيين», «الإدارة الأميركية» after «إدارة بايدن»: one thing. */
export function unify(state: State, thing: Thing): Thing {
  const { actor } = thing
  // «أربيل» and «إقليم كردستان» are two places of one government.
  if (!actor || thing.place || Object.keys(actor.authority).length > 0) return thing
  const key = keyOf(actor)
  const known = state.canonical.get(key) ?? state.fuller.get(key)
  if (known) return known
  const administration =
    actor.type === 'Government' && isAdministration(thing, 'الاداره ')
      ? administrationOf(state, thing.country)
      : undefined
  state.canonical.set(key, administration ?? thing)
  return administration ?? thing
}

const isAdministration = ({ actor }: Thing, opening: string): boolean =>
  actor !== undefined && foldKey(actor.name.ar).startsWith(opening)

const administrationOf = (state: State, country: string | undefined): Thing | undefined =>
  latest(
    state,
    ({ thing }) =>
      thing.country === country && thing.actor?.type === 'Government' && isAdministration(thing, 'اداره '),
  )?.thing
