/** One article against its gold: the counts of every measure, and what went wrong. */
import { type ArticleGraph, type Interval, shared, type Span } from '@mithaq/model'
import { measures, type Scores } from './counts.ts'
import { type Finding, sentenceAt } from './finding.ts'
import type { Gold } from './gold.ts'
import { type CommitmentsScore, type Found, scoreCommitments } from './score-commitments.ts'
import { type DatesScore, type NamesScore, scoreDates, scoreEntities } from './score-names.ts'

export interface ArticleScore {
  id: string
  scores: Scores
  findings: Finding[]
}

/** Score what was extracted from an article (a pure function; the text is the graph's own). */
export function scoreArticle(gold: Gold, graph: ArticleGraph): ArticleScore {
  const actors = scoreEntities('actor', gold, graph)
  const places = scoreEntities('place', gold, graph)
  const dates = scoreDates(gold, graph)
  const commitments = scoreCommitments(gold, graph)
  const counts = { ...actors.counts, ...places.counts, ...dates.counts, ...commitments.counts }
  const none = { gold: 0, predicted: 0, right: 0 }
  return {
    id: gold.id,
    scores: Object.fromEntries(measures.map((measure) => [measure, counts[measure] ?? none])) as Scores,
    findings: [
      ...namesFindings('actor', actors),
      ...namesFindings('place', places),
      ...datesFindings(dates),
      ...commitmentsFindings(commitments, gold),
    ]
      .map((finding) => withSentence(finding, graph))
      .sort((a, b) => a.start - b.start),
  }
}

type Bare = Omit<Finding, 'sentence'>

function withSentence(finding: Bare, { article }: ArticleGraph): Finding {
  return { ...finding, sentence: sentenceAt(article.text, article.sentences, finding.start) }
}

function finding(what: Bare['what'], outcome: Bare['outcome'], span: Span, detail: string): Bare {
  return { what, outcome, quote: span.quote, start: span.start, detail }
}

function namesFindings(what: 'actor' | 'place', { missed, alarms }: NamesScore): Bare[] {
  return [
    ...missed.map(({ name, mentions }) => finding(what, 'miss', mentions[0]!, name)),
    ...alarms.map(({ type, mentions }) =>
      finding(what, 'false alarm', mentions[0]!, `${type} by ${mentions[0]!.rule}`),
    ),
  ]
}

function datesFindings({ missed, alarms, unresolved }: DatesScore): Bare[] {
  return [
    ...missed.map(({ span, interval }) => finding('date', 'miss', span, days(interval))),
    ...alarms.map((date) => finding('date', 'false alarm', date, `${days(date.interval)} by ${date.rule}`)),
    ...unresolved.map(([gold, date]) =>
      finding('date', 'wrong', date, `${days(date.interval)} by ${date.rule}, not ${days(gold.interval)}`),
    ),
  ]
}

function commitmentsFindings({ missed, alarms, found }: CommitmentsScore, { demands }: Gold): Bare[] {
  const isDemand = (span: Span): boolean => demands.some((demand) => shared(demand, span) > 0)
  return [
    ...missed.map(({ span, kind, core, action }) =>
      finding('commitment', 'miss', span, `${kind}${core ? ', core' : ''}: ${action}`),
    ),
    ...alarms.map(({ evidence, kind, rule }) =>
      finding(
        'commitment',
        'false alarm',
        evidence,
        `${kind} by ${rule}${isDemand(evidence) ? ' (a demand on others)' : ''}`,
      ),
    ),
    ...found
      .filter((pair) => differences(pair) !== '')
      .map((pair) => finding('commitment', 'wrong', pair.predicted.evidence, differences(pair))),
  ]
}

const named = (names: readonly (string | undefined)[], ids: readonly string[]): string =>
  names.map((name, i) => name ?? ids[i]).join('، ') || 'none'

function differences({ gold, predicted, committers, sources, right }: Found): string {
  return [
    right.committers
      ? null
      : `committers ${named(committers, predicted.committers)}, not ${gold.committers.join('، ')}`,
    right.attribution || gold.attributedTo === null
      ? null
      : `sources ${named(sources, predicted.statedBy)}, not ${gold.attributedTo.join('، ') || 'none'}`,
    right.due ? null : `due ${days(predicted.due)}, not ${days(gold.due)}`,
    right.polarity ? null : `${predicted.polarity}, not ${gold.polarity}`,
    right.kind ? null : `${predicted.kind}, not ${gold.kind}`,
  ]
    .filter((difference) => difference !== null)
    .join('; ')
}

const days = (interval: Interval | null): string =>
  interval === null ? 'none' : `[${interval.from ?? '..'}, ${interval.until ?? '..'})`
