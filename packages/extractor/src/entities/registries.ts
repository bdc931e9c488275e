/** Countries, capitals, subdivisions, cities and our own lists as things, with the phrases that name them. */
import type { Authority } from '@mithaq/model'
import { readTable, type Row, rowOf, type Table, valuesIn } from '../read-lexicon.ts'
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

/** A list of things of which each is made when first asked for: of thousands an article meets a few. */
export interface Registry<Column extends string = 'names'> {
  readonly table: Table
  readonly row: (index: number) => Row<Column | 'names'>
  readonly thing: (index: number) => Thing
}

type Make<Column extends string> = (row: Row<Column | 'names'>, registry: Registry<Column>) => Thing

function registryOf<Column extends string>(file: string, make: Make<Column>): Registry<Column> {
  const table = readTable(file)
  const made: Thing[] = []
  const registry: Registry<Column> = {
    table,
    row: (index) => rowOf(table, table.lines[index]!),
    thing: (index) => (made[index] ??= make(registry.row(index), registry)),
  }
  return registry
}

/** The names of a row with what they name. */
export function namingsAt(registry: Registry, index: number): Naming[] {
  const thing = registry.thing(index)
  return valuesIn(registry.row(index).names).map((name, i) => {
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

type CountryColumn = 'iso' | 'wikidata' | 'en' | 'demonyms' | 'plurals' | 'latitude' | 'longitude'

export const countries = (): Registry<CountryColumn> =>
  registryOf<CountryColumn>('names/countries.tsv', (row) => {
    const name = firstOf(row.names)
    const facts = { en: row.en, authority: authorityOf(row), location: locationOf(row) }
    return {
      actor: actorFace('Country', name, facts),
      place: placeFace('Country', name, facts),
      country: row.iso,
      isCountry: true,
      heads: valuesIn(row.names)
        .map(headOf)
        .filter((head) => head === 'مملكه' || head === 'سلطنه'),
      rank: 0,
    }
  })

type CapitalColumn = 'iso' | 'en' | 'wikidata' | 'geonames' | 'latitude' | 'longitude' | 'metonym'

/** A capital is a city, and by metonymy the state that is governed from it. */
export const capitals = (byIso: ReadonlyMap<string, Thing>): Registry<CapitalColumn> =>
  registryOf<CapitalColumn>('names/capitals.tsv', (row) => {
    const { iso, wikidata, geonames } = row
    const state = row.metonym === 'yes' ? byIso.get(iso)?.actor : undefined
    return {
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
  })

type OrganisationColumn = 'en' | 'type' | 'iso' | 'wikidata' | 'head'

export const organisations = (): Registry<OrganisationColumn> =>
  registryOf<OrganisationColumn>('names/organisations.tsv', (row) => {
    const name = firstOf(row.names)
    return {
      actor: actorFace(row.type as ActorType, name, {
        en: row.en,
        authority: authorityOf({ wikidata: row.wikidata }),
      }),
      ...(row.iso && { country: row.iso }),
      heads: [...valuesIn(row.head).map(headOf), ...valuesIn(row.names).map(headOf)],
      rank: 1,
    }
  })

type PlaceColumn = 'en' | 'type' | 'iso' | 'wikidata' | 'within' | 'government'

/**
 * Regions, waters and facilities of our own list; `within` names another of them, `government` the body that a region or
 * its seat stands for where it acts: «أربيل لن تسلّم النفط».
 */
export const places = (bodies: Registry<OrganisationColumn>): Registry<PlaceColumn> =>
  registryOf<PlaceColumn>('names/places.tsv', (row, registry) => {
    const name = firstOf(row.names)
    const within = row.within === '' || row.within === name ? undefined : whichIs(registry, row.within)
    const government = row.government === '' ? undefined : whichIs(bodies, row.government)?.actor
    return {
      ...(government && { actor: government }),
      place: placeFace(row.type as PlaceType, name, {
        en: row.en,
        authority: authorityOf({ wikidata: row.wikidata }),
      }),
      ...(row.iso && { country: row.iso }),
      ...(within && { within }),
      heads: [headOf(name)],
      rank: 1,
    }
  })

/** The thing whose first name this is; one row's `within` never leads back to it. */
function whichIs<C extends string>({ table, row, thing }: Registry<C>, name: string): Thing | undefined {
  const index = table.lines.findIndex((line, i) => line.startsWith(name) && firstOf(row(i).names) === name)
  return index < 0 ? undefined : thing(index)
}

type SeatColumn = 'en' | 'iso' | 'wikidata'

/** «البيت الأبيض»: the government's seat, and the house itself. */
export const seats = (): Registry<SeatColumn> =>
  registryOf<SeatColumn>('names/seats.tsv', (row) => {
    const name = firstOf(row.names)
    const facts = { en: row.en, authority: authorityOf({ wikidata: row.wikidata }) }
    return {
      actor: actorFace('Government', name, facts),
      place: placeFace('Facility', name, facts),
      country: row.iso,
      heads: [],
      rank: 1,
    }
  })

export type HolderColumn = 'en' | 'wikidata' | 'iso' | 'offices'

export const holders = (): Registry<HolderColumn> =>
  registryOf<HolderColumn>('names/holders.tsv', (row) => ({
    actor: actorFace('Person', firstOf(row.names), {
      en: row.en,
      authority: authorityOf({ wikidata: row.wikidata }),
    }),
    ...(row.iso && { country: row.iso }),
    ...(row.offices && { offices: row.offices }),
    heads: [],
    rank: 1,
  }))

type SubdivisionColumn = 'code' | 'en' | 'latitude' | 'longitude'

export const subdivisions = (): Registry<SubdivisionColumn> =>
  registryOf<SubdivisionColumn>('names/subdivisions.tsv', (row) => ({
    place: placeFace('Region', firstOf(row.names), {
      en: row.en,
      authority: { iso: row.code },
      location: locationOf(row),
    }),
    country: row.code.slice(0, 2),
    heads: [],
    rank: 4,
  }))

type CityColumn = 'geonames' | 'iso' | 'en' | 'latitude' | 'longitude' | 'thousands'

export const cities = (): Registry<CityColumn> =>
  registryOf<CityColumn>('names/cities.tsv', (row) => ({
    place: placeFace('City', firstOf(row.names), {
      en: row.en,
      authority: { geonames: row.geonames },
      location: locationOf(row),
    }),
    country: row.iso,
    heads: [],
    // Of two towns of one name the larger is meant.
    rank: 3 + 1 / (1 + Number(row.thousands)),
  }))
