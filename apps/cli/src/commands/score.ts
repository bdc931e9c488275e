import { type EnumValue, valuesOf } from '@mithaq/model/vocabulary'
import type { ArticleGraph, ArticleInput } from '@mithaq/model'
import { type Command, InvalidArgumentError } from 'commander'
import { UsageError } from '../errors.ts'
import type { Score } from '../score/score-articles.ts'
import { examples, prose } from './help.ts'
import { formatOption, positive } from './options.ts'

const FORMATS = ['table', 'json'] as const

type Origin = EnumValue<'origin'>

interface Flags {
  texts?: string
  records?: string
  origin?: Origin[]
  misses?: true
  seed: number
  format: (typeof FORMATS)[number]
}

export function registerScore(program: Command): void {
  program
    .command('score')
    .summary('measure the extractor against gold that people annotated')
    .description(
      prose(`Extract the articles of a folder of gold files (gold.json, ID.gold.json) by their text and day of
publication alone, and compare. The text is ID.txt or article.txt beside the gold, in --texts, or one or two
folders up; folders within are left out. Every item weighs the same; intervals are 95 % by bootstrap over
articles.

Actors and places are distinct entities, paired one to one by Wikidata id, folded name or common words of the
text. A description («مسؤولون أميركيون») that the gold lacks is no false alarm. Dates are found by any overlap,
and resolved when both ends of the interval are the gold's.

A commitment is found when half of what its clause and the gold's cover together is common (IoU 0.5), or when
four fifths of one lie in the other and the IoU is at least 0.2; one to one, as many as can be had. Of those
found, committers and sources are right when they are the gold's set, no more and no less; a due date when its
far edge is the same day, or neither has one.

With --records what was extracted before is compared instead, such as what a language model has read as well.`),
    )
    .argument('<folder>', 'where the gold files are')
    .option('--texts <folder>', 'where the texts are, as ID.txt')
    .option('--records <path>', 'score these records, of the same texts, instead of extracting anew')
    .option(
      '--origin <who>',
      'of records made with --llm, only the commitments of: rules, llm, both; or several: llm,both',
      origins,
    )
    .option('--misses', 'list what was missed, invented or wrong, with its sentence')
    .option('--seed <number>', 'seed of the bootstrap', positive, 1)
    .addOption(formatOption(FORMATS))
    .addHelpText(
      'after',
      examples([
        ['The examples of this project', 'mithaq score examples/gold'],
        ['What to work on', 'mithaq score examples/gold --misses'],
        ['A language model by itself', 'mithaq score examples/gold --records graphs.jsonl --origin llm,both'],
      ]),
    )
    .action(async (folder: string, flags: Flags) => {
      if (flags.origin && flags.records === undefined) {
        throw new UsageError('--origin is about records that were made with --llm: name them with --records.')
      }
      const [{ findGold }, { scoreArticles }, { write }] = await Promise.all([
        import('../score/find-gold.ts'),
        import('../score/score-articles.ts'),
        import('../output/stdout.ts'),
      ])
      const extract = await readerOf(flags)
      const golds = await findGold(folder, flags.texts)
      await write(await format(scoreArticles(golds, extract, { seed: flags.seed }), flags))
    })
}

/** What is scored: what the extractor reads now, or what was read before. */
async function readerOf({ records, origin }: Flags): Promise<(input: ArticleInput) => ArticleGraph> {
  if (records === undefined) return (await import('@mithaq/extractor')).extract
  return (await import('../score/find-records.ts')).findRecords(records, origin)
}

function origins(text: string): Origin[] {
  const known = valuesOf('origin')
  const named = text.split(',').map((name) => known.find((one) => one === name.trim()))
  if (named.every((one) => one !== undefined)) return named
  throw new InvalidArgumentError(`Wanted: ${known.join(', ')}, or several with commas between.`)
}

async function format({ figures, articles }: Score, flags: Flags): Promise<string> {
  const { jsonPretty } = await import('../output/json.ts')
  if (flags.format === 'json') {
    const misses = articles.map(({ id, findings }) => ({ article: id, findings }))
    return `${jsonPretty({ articles: articles.length, figures, ...(flags.misses && { misses }) })}\n`
  }
  const [{ tableForStdout }, { renderFindings, scoreRows, SCORE_COLUMNS }] = await Promise.all([
    import('../output/show-table.ts'),
    import('../score/render-score.ts'),
  ])
  const table = tableForStdout(SCORE_COLUMNS, scoreRows(figures))
  return flags.misses ? `${table}\n${renderFindings(articles)}` : table
}
