/** What an unnamed group is called wherever it is met, and the thing it is: «مسؤولون أميركيون», «القوات العراقية». */
import type { AdjectiveForm } from './demonyms.ts'
import type { Entry } from './names-lexicon.ts'
import type { Reader } from './reader.ts'
import { definite } from './read-ministry.ts'
import { actorFace, type Thing, thingOf } from './thing.ts'

type Head = Extract<Entry, { use: 'group' }>

export function groupThing(
  head: string,
  name: string,
  country: string | undefined,
  owner: Thing | undefined,
): Thing {
  return thingOf({
    actor: actorFace('Group', name, { named: false }),
    heads: [head],
    ...(country && { country }),
    ...(owner?.actor && !owner.isCountry && { within: owner }),
  })
}

/** How a group is called wherever it is met: «مسؤولون أميركيون»، «القوات الأميركية». */
export function canonicalName(reader: Reader, { group }: Head, isos: readonly string[]): string {
  const people = group.kind === 'people'
  const form = AGREEMENT.get(group.name) ?? (people ? 'mp' : 'f')
  const number = group.singular && people ? 'm' : form
  const adjectives = isos.map((iso, k) => {
    const adjective = reader.lexicon.demonyms.written.get(`${iso} ${number}`) ?? ''
    return k === 0 ? adjective : people ? `و${adjective}` : `و${definite(adjective)}`
  })
  const noun = group.singular ? (SINGULAR.get(group.name) ?? group.name) : group.name
  return people
    ? [noun, ...adjectives].join(' ')
    : [definite(noun), ...adjectives.map((word) => (word.startsWith('وال') ? word : definite(word)))].join(
        ' ',
      )
}

export function agrees({ group }: Head, form: AdjectiveForm): boolean {
  if (group.kind === 'side') return form === 'm'
  if (group.singular) return form === 'm' || form === 'f'
  const expected = AGREEMENT.get(group.name) ?? (group.kind === 'people' ? 'mp' : 'f')
  return form === expected || (expected === 'mp' && form.endsWith('p'))
}

/** Plurals of things take a feminine singular, single bodies a masculine. */
const AGREEMENT = new Map([
  ['مصادر', 'f'],
  ['قيادات', 'f'],
  ['وسائل إعلام', 'f'],
  ['أحزاب', 'f'],
  ['وفد', 'm'],
  ['جنود', 'mp'],
])

const SINGULAR = new Map([
  ['مسؤولون', 'مسؤول'],
  ['دبلوماسيون', 'دبلوماسي'],
  ['مصادر', 'مصدر'],
  ['قيادات', 'قيادي'],
  ['ضباط', 'ضابط'],
  ['مفاوضون', 'مفاوض'],
  ['خبراء', 'خبير'],
])
