/** Countries, capitals, subdivisions, cities and our own lists as things, with the phrases that name them. */
import type { Authority } from '@mithaq/model'
import { type Row, readLexicon, valuesIn } from '../read-lexicon.ts'
import {
  type ActorType,
  actorFace,
  headOf,
  type Location,
  type PlaceType,
  placeFace,
  type Thing,
} from './thing.ts'

/** A phrase and the thing it names. */
export interface Naming {
  phrase: string
  thing: Thing
  /** The name by which the thing is known, against its other spellings and short forms. */
  canonical: boolean
  /** Too common a word to be trusted without a cue: `مالي?` in the lexicon. */
  needsCue: boolean
}

function namings(names: string, thing: Thing): Naming[] {
  return valuesIn(names).map((name, i) => {
    const needsCue = name.endsWith('?')
    return { phrase: needsCue ? name.slice(0, -1) : name, thing, canonical: i === 0, needsCue }
  })
}

const firstOf = (names: string): string => (valuesIn(names)[0] ?? '').replace(/\?$/u, '')

function locationOf(row: Row<'latitude' | 'longitude'>): Location | undefined {
  return row.latitude === ''
    ? undefined
    : { latitude: Number(row.latitude), longitude: Number(row.longitude) }
}

const authorityOf = (row: Partial<Row<'wikidata' | 'geonames' | 'iso'>>): Authority => ({
  ...(row.wikidata && { wikidata: row.wikidata }),
  ...(row.geonames && { geonames: row.geonames }),
  ...(row.iso && { iso: row.iso }),
})

export type CountryRow = Row<
  'iso' | 'wikidata' | 'en' | 'names' | 'demonyms' | 'plurals' | 'latitude' | 'longitude'
>

export const countryRows = (): CountryRow[] => readLexicon('names/countries.tsv')

export function countries(rows: readonly CountryRow[]): { byIso: Map<string, Thing>; namings: Naming[] } {
  const byIso = new Map<string, Thing>()
  const all: Naming[] = []
  for (const row of rows) {
    const name = firstOf(row.names)
    const facts = { en: row.en, authority: authorityOf(row), location: locationOf(row) }
    const thing: Thing = {
      actor: actorFace('Country', name, facts),
      place: placeFace('Country', name, facts),
      country: row.iso,
      isCountry: true,
      heads: valuesIn(row.names)
        .map(headOf)
        .filter((head) => head === 'مملكه' || head === 'سلطنه'),
      rank: 0,
    }
    byIso.set(row.iso, thing)
    all.push(...namings(row.names, thing))
  }
  return { byIso, namings: all }
}

type CapitalRow = Row<'iso' | 'names' | 'en' | 'wikidata' | 'geonames' | 'latitude' | 'longitude' | 'metonym'>

/** A capital is a city, and by metonymy the state that is governed from it. */
export function capitals(byIso: ReadonlyMap<string, Thing>): Naming[] {
  return readLexicon<keyof CapitalRow>('names/capitals.tsv').flatMap((row) => {
    const { iso, wikidata, geonames } = row
    const state = row.metonym === 'yes' ? byIso.get(iso)?.actor : undefined
    const thing: Thing = {
      ...(state && { actor: state }),
      place: placeFace('City', firstOf(row.names), {
        en: row.en,
        authority: authorityOf({ wikidata, geonames }),
        location: locationOf(row),
      }),
      country: iso,
      heads: [],
      rank: 1,
    }
    return namings(row.names, thing)
  })
}

type OrganisationRow = Row<'names' | 'en' | 'type' | 'iso' | 'wikidata' | 'head'>

export function organisations(): Naming[] {
  return readLexicon<keyof OrganisationRow>('names/organisations.tsv').flatMap((row) => {
    const name = firstOf(row.names)
    const thing: Thing = {
      actor: actorFace(row.type as ActorType, name, {
        en: row.en,
        authority: authorityOf({ wikidata: row.wikidata }),
      }),
      ...(row.iso && { country: row.iso }),
      heads: [...valuesIn(row.head).map(headOf), headOf(name)],
      rank: 1,
    }
    return namings(row.names, thing)
  })
}

/** Regions, waters and facilities of our own list; `within` names another of them. */
export function places(): Naming[] {
  const byName = new Map<string, Thing>()
  const rows = readLexicon<'names' | 'en' | 'type' | 'iso' | 'wikidata' | 'within'>('names/places.tsv')
  const all = rows.map((row) => {
    const name = firstOf(row.names)
    const thing: Thing = {
      place: placeFace(row.type as PlaceType, name, {
        en: row.en,
        authority: authorityOf({ wikidata: row.wikidata }),
      }),
      ...(row.iso && { country: row.iso }),
      heads: [headOf(name)],
      rank: 1,
    }
    byName.set(name, thing)
    return { row, thing }
  })
  return all.flatMap(({ row, thing }) => {
    const within = byName.get(row.within)
    if (within) thing.within = within
    return namings(row.names, thing)
  })
}

/** «البيت الأبيض»: the government's seat, and the house itself. */
export function seats(): Naming[] {
  return readLexicon<'names' | 'en' | 'iso' | 'wikidata'>('names/seats.tsv').flatMap((row) => {
    const name = firstOf(row.names)
    const facts = { en: row.en, authority: authorityOf({ wikidata: row.wikidata }) }
    const thing: Thing = {
      actor: actorFace('Government', name, facts),
      place: placeFace('Facility', name, facts),
      country: row.iso,
      heads: [],
      rank: 1,
    }
    return namings(row.names, thing)
  })
}

export function holders(): Naming[] {
  return readLexicon<'names' | 'en' | 'wikidata' | 'iso' | 'offices'>('names/holders.tsv').flatMap((row) => {
    const thing: Thing = {
      actor: actorFace('Person', firstOf(row.names), {
        en: row.en,
        authority: authorityOf({ wikidata: row.wikidata }),
      }),
      ...(row.iso && { country: row.iso }),
      ...(row.offices && { offices: row.offices }),
      heads: [],
      rank: 1,
    }
    return namings(row.names, thing)
  })
}

type SubdivisionRow = Row<'code' | 'names' | 'en' | 'latitude' | 'longitude'>

export function subdivisions(): Naming[] {
  return readLexicon<keyof SubdivisionRow>('names/subdivisions.tsv').flatMap((row) => {
    const thing: Thing = {
      place: placeFace('Region', firstOf(row.names), {
        en: row.en,
        authority: { iso: row.code },
        location: locationOf(row),
      }),
      country: row.code.slice(0, 2),
      heads: [],
      rank: 4,
    }
    return namings(row.names, thing)
  })
}

type CityRow = Row<'geonames' | 'iso' | 'names' | 'en' | 'latitude' | 'longitude' | 'thousands'>

export interface CityNaming extends Naming {
  thousands: number
}

export function cities(): CityNaming[] {
  return readLexicon<keyof CityRow>('names/cities.tsv').flatMap((row) => {
    const thousands = Number(row.thousands)
    const thing: Thing = {
      place: placeFace('City', firstOf(row.names), {
        en: row.en,
        authority: { geonames: row.geonames },
        location: locationOf(row),
      }),
      country: row.iso,
      heads: [],
      // Of two towns of one name the larger is meant.
      rank: 3 + 1 / (1 + thousands),
    }
    return namings(row.names, thing).map((naming) => Object.assign(naming, { thousands }))
  })
}
