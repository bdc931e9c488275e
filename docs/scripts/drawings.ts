/** The drawings of the site. What they show of an article is held against what is extracted from it. */
import { type ArticleGraph, findLinks, linkedArticle } from '@mithaq/model'
import { type NodeLabel, NODES } from '@mithaq/model/vocabulary'
import { drawGraph, type DrawnNode, type Tie } from './draw-graph.ts'

type Language = 'ar' | 'en'

/** A kind of node, by its label; in Arabic its name above that, since queries have the label. */
const kindOf = (language: Language, kind: NodeLabel, x: number, y: number, id: string = kind): DrawnNode =>
  language === 'ar'
    ? { id, kind, x, y, label: NODES[kind].ar, second: kind }
    : { id, kind, x, y, label: kind }

const tie = (from: string, to: string, relations: Tie['relations'], more: Partial<Tie> = {}): Tie => ({
  from,
  to,
  relations,
  ...more,
})

/** What an article tells of one undertaking. */
export const drawUndertaking = (language: Language): string =>
  drawGraph({
    title: language === 'ar' ? 'الالتزام وما يتصل به' : 'A commitment and what it is tied to',
    width: 760,
    height: 440,
    mirrored: language === 'ar',
    nodes: [
      kindOf(language, 'Actor', 80, 240),
      kindOf(language, 'Statement', 260, 90),
      kindOf(language, 'Commitment', 440, 240),
      kindOf(language, 'Place', 680, 160),
      kindOf(language, 'Date', 680, 320),
      kindOf(language, 'Article', 260, 395),
    ],
    ties: [
      tie('Actor', 'Statement', ['STATED']),
      tie('Statement', 'Commitment', ['ASSERTS']),
      tie('Statement', 'Statement', ['QUOTES'], { loop: 'above' }),
      tie('Actor', 'Commitment', ['COMMITS_TO'], { bend: 40 }),
      tie('Commitment', 'Actor', ['OWED_TO', 'CONCERNS'], { bend: 40 }),
      tie('Commitment', 'Place', ['AT', 'FROM', 'TOWARD']),
      tie('Commitment', 'Date', ['BEGINS', 'DUE']),
      tie('Commitment', 'Article', ['IN']),
      tie('Statement', 'Article', ['IN']),
    ],
  })

/** How what is named hangs together. */
export const drawThings = (language: Language): string =>
  drawGraph({
    title: language === 'ar' ? 'كيف تتصل الأسماء بعضها ببعض' : 'How what is named hangs together',
    width: 760,
    height: 300,
    mirrored: language === 'ar',
    nodes: [
      kindOf(language, 'Actor', 130, 100),
      kindOf(language, 'Place', 480, 100),
      kindOf(language, 'Article', 300, 250),
      kindOf(language, 'Date', 620, 250),
    ],
    ties: [
      tie('Actor', 'Actor', ['PART_OF'], { loop: 'above' }),
      tie('Place', 'Place', ['WITHIN'], { loop: 'above' }),
      tie('Actor', 'Place', ['TERRITORY']),
      tie('Article', 'Actor', ['MENTIONS']),
      tie('Article', 'Place', ['MENTIONS']),
      tie('Article', 'Date', ['MENTIONS']),
    ],
  })

/** What became of one undertaking, told by the five articles of examples/over-time. @throws where the links differ */
export function drawLinks(language: Language, graphs: readonly ArticleGraph[]): string {
  const ties = [
    tie('2', '1', ['RESTATES']),
    tie('3', '1', ['AMENDS']),
    tie('4', '3', ['CONTRADICTS']),
    tie('5', '3', ['FULFILS']),
  ]
  const links = findLinks(graphs.map(linkedArticle))
  const article = (number: string): string => graphs[Number(number) - 1]!.article.id
  for (const { from, to, relations } of ties) {
    const isFound = links.some(
      ({ relation, evidence: [newer, older] }) =>
        relation === relations[0] && newer.article === article(from) && older.article === article(to),
    )
    if (!isFound) throw new Error(`article ${from} ${relations[0]} article ${to}: no longer found`)
  }
  return drawGraph({
    title: language === 'ar' ? 'التزام واحد عبر خمسة مقالات' : 'One undertaking in five articles',
    width: 760,
    height: 310,
    mirrored: language === 'ar',
    nodes: [
      { id: '1', kind: 'Commitment', x: 90, y: 150, label: 'سحب 600 جندي', second: '2016-01-10' },
      { id: '2', kind: 'Commitment', x: 350, y: 50, label: 'سحب 600 جندي', second: '2016-01-14' },
      { id: '3', kind: 'Commitment', x: 350, y: 220, label: 'سحب 400 جندي', second: '2016-03-24' },
      { id: '4', kind: 'Commitment', x: 660, y: 110, label: 'لن تسحب جنودها', second: '2016-04-12' },
      { id: '5', kind: 'Article', x: 660, y: 260, label: 'سحبت 400 جندي', second: '2016-07-03' },
    ],
    ties,
  })
}

/** The first commitment of the first example. @throws where the article's record says otherwise */
export function drawExample(
  language: Language,
  { article, entities, commitments, triples, statements }: ArticleGraph,
): string {
  const named = (name: string): string => entities.find((entity) => entity.name.ar === name)!.id
  const ids: Readonly<Record<string, string>> = {
    iraq: named('العراق'),
    turkey: named('تركيا'),
    place: named('ميناء جيهان'),
    said: statements[0]!.id,
    what: commitments[0]!.id,
    date: 'date:2025-03-31',
    article: article.id,
  }
  const ties = [
    tie('iraq', 'what', ['COMMITS_TO'], { bend: 8 }),
    tie('turkey', 'what', ['COMMITS_TO'], { bend: -8 }),
    tie('iraq', 'said', ['STATED'], { bend: 10 }),
    tie('said', 'what', ['ASSERTS']),
    tie('what', 'date', ['DUE']),
    tie('what', 'place', ['TOWARD']),
    tie('what', 'article', ['IN']),
  ]
  for (const { from, to, relations } of ties) {
    const isThere = triples.some(
      (triple) =>
        triple.subject === ids[from] && triple.object === ids[to] && triple.predicate === relations[0],
    )
    if (!isThere) throw new Error(`${from} ${relations[0]} ${to}: no longer in the record of the example`)
  }
  const word = (ar: string, en: string): string => (language === 'ar' ? ar : en)
  return drawGraph({
    title: word('التزام واحد في صورة شبكة', 'One undertaking as a graph'),
    width: 820,
    height: 370,
    mirrored: language === 'ar',
    nodes: [
      { id: 'iraq', kind: 'Actor', x: 90, y: 120, label: 'العراق', second: word('دولة', 'Country') },
      { id: 'turkey', kind: 'Actor', x: 90, y: 270, label: 'تركيا', second: word('دولة', 'Country') },
      {
        id: 'said',
        kind: 'Statement',
        x: 400,
        y: 50,
        label: 'بيان مشترك',
        second: word('تصريح', 'Statement'),
      },
      {
        id: 'what',
        kind: 'Commitment',
        x: 400,
        y: 195,
        label: 'استئناف تصدير النفط',
        second: word('اتفاق', 'agreement'),
      },
      { id: 'date', kind: 'Date', x: 710, y: 115, label: '2025-03-31', second: word('موعده', 'Date') },
      { id: 'place', kind: 'Place', x: 710, y: 275, label: 'ميناء جيهان', second: word('منشأة', 'Facility') },
      { id: 'article', kind: 'Article', x: 400, y: 330, label: word('مقال', 'Article') },
    ],
    ties,
  })
}
