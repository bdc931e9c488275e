/** Whom or where quoted words stand for: an entity that the rules found there, or one that they can read in the words. */
import { entityNamed } from '@mithaq/extractor'
import { type ArticleGraph, type Entity, iou, type Span } from '@mithaq/model'

type Kind = Entity['kind']

/** An entity with the words by which it got its role. */
export interface Part {
  entity: Entity
  words: Span
  /** The rules did not find it in the article. */
  isNew: boolean
}

interface Place {
  start: number
  end: number
  entity: Entity
}

/** A mention that begins further before some words does not reach them. In UTF-16 units. */
const REACH = 400
/** The words and a mention mean the same where this much of both is common. */
const SAME = 0.5
/** Letters glued to a name: «ولل». */
const GLUED = 3

export class EntityFinder {
  readonly #text: string
  readonly #places: readonly Place[]
  readonly #byId: ReadonlyMap<string, Entity>
  readonly #stateOf: ReadonlyMap<string, string>
  readonly #made = new Map<string, Entity>()

  constructor({ article, entities, triples }: ArticleGraph) {
    this.#text = article.text
    this.#byId = new Map(entities.map((entity) => [entity.id, entity]))
    this.#places = entities
      .flatMap((entity) => entity.mentions.map(({ start, end }) => ({ start, end, entity })))
      .sort((a, b) => a.start - b.start || b.end - a.end)
    this.#stateOf = new Map(
      triples.flatMap(({ subject, predicate, object }) =>
        predicate === 'TERRITORY' ? [[object, subject]] : [],
      ),
    )
  }

  /** Those that some words stand for: none where nobody can tell, two for «الجانبان». */
  at(words: Span, kind: Kind): Part[] {
    const found = this.#mentioned(words)
    const own = found.filter((entity) => entity.kind === kind)
    const states = kind === 'actor' && own.length === 0 ? found.flatMap(({ id }) => this.#state(id)) : []
    const known = own.length > 0 ? own : states
    if (known.length > 0) return known.map((entity) => ({ entity, words, isNew: false }))
    return this.#read(words, kind)
  }

  /** The state whose territory a place is. */
  #state(place: string): Entity[] {
    const state = this.#byId.get(this.#stateOf.get(place) ?? '')
    return state ? [state] : []
  }

  /** What the rules have at these words. */
  #mentioned(words: Span): Entity[] {
    const near = this.#near(words)
    const most = Math.max(0, ...near.map((place) => iou(place, words)))
    const best =
      most >= SAME
        ? near.filter((place) => iou(place, words) === most)
        : near.filter((place) => isHead(place, words)).slice(0, 1)
    return best.map(({ entity }) => entity)
  }

  #near({ start, end }: Span): Place[] {
    let low = 0
    let high = this.#places.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#places[middle]!.start < start - REACH) low = middle + 1
      else high = middle
    }
    const near: Place[] = []
    for (let i = low; i < this.#places.length && this.#places[i]!.start < end; i++)
      if (this.#places[i]!.end > start) near.push(this.#places[i]!)
    return near
  }

  #read(words: Span, kind: Kind): Part[] {
    const read = entityNamed(words.quote, kind, this.#text)
    if (!read) return []
    const known = this.#byId.get(read.id)
    if (known) return [{ entity: known, words, isNew: false }]
    const entity = this.#made.get(read.id) ?? read
    this.#made.set(read.id, entity)
    return [{ entity, words, isNew: true }]
  }
}

/** «القوات الأميركية المنتشرة في العراق» is told by how it begins, «رئيس الوزراء محمد شياع السوداني» by the name it ends with. */
function isHead({ start, end, entity }: Place, words: Span): boolean {
  if (start < words.start || end > words.end) return false
  return start - words.start <= GLUED || (entity.type === 'Person' && end === words.end)
}
