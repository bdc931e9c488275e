/** One thing for what goes by one name in the article, whatever the case, article and gender of its words. */
import { foldKey } from '@mithaq/model'
import type { Thing } from '../entities/thing.ts'
import { latest, type State } from './state.ts'

/** A name without article, case and gender of its words. */
export const nameKey = (name: string): string =>
  foldKey(name)
    .split(' ')
    .map((word) => word.replace(/^لل|^ال(?=...)/u, '').replace(/(?<=...)ين$/u, 'ون'))
    .join(' ')

/** «المسؤولون الأميركيون» after «مسؤولين أميركيين», «الإدارة الأميركية» after «إدارة بايدن»: one thing. */
export function unify(state: State, thing: Thing): Thing {
  const { actor } = thing
  // «أربيل» and «إقليم كردستان» are two places of one government.
  if (!actor || thing.place || Object.keys(actor.authority).length > 0) return thing
  const key = `${actor.type} ${nameKey(actor.name.ar)}`
  const known = state.canonical.get(key)
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
