import type { ArticleView } from '@mithaq/model'
import { NODES } from '@mithaq/model'
import { useEffect, useMemo } from 'preact/hooks'
import { formatDay } from '../i18n/dates.ts'
import { fill } from '../i18n/language.ts'
import { formatView } from '../state/view-state.ts'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { highlightMarks, markAt } from './text-highlights.ts'
import { paragraphsOf } from './text-segments.ts'
import type { Paragraph } from './text-segments.ts'
import { ALONG_A_TEXT, useArrowKeys } from './use-arrow-keys.ts'

interface Props {
  article: ArticleView
  /** The commitment whose sentence is in focus. */
  focus: { id: string; start: number; end: number } | null
}

/** The article as it was printed, with what was read in it; all of it as text, never as markup. */
export function ArticlePane({ article, focus }: Props) {
  const { m } = useLanguage()
  const { choose } = useActions()
  const paragraphs = useMemo(() => paragraphsOf(article, focus), [article, focus?.start, focus?.end])
  const pieces = paragraphs.flatMap(({ segments }) => segments.flatMap((segment) => segment.pieces))
  const first = pieces.find(({ names }) => names !== null)
  const { list, row } = useArrowKeys(first === undefined ? undefined : `${first.start}`, ALONG_A_TEXT)
  const body = list.ref
  const margins = paragraphs.filter(({ boilerplate }) => boilerplate)

  useEffect(() => {
    // The sentence in focus has its <mark>.
    const others = article.marks.filter(({ node }) => node !== focus?.id)
    return body.current === null ? undefined : highlightMarks(body.current, others)
  }, [article, paragraphs])
  useEffect(() => {
    body.current?.querySelector('mark')?.scrollIntoView({ block: 'center' })
  }, [paragraphs])

  const followWord = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('.word') : null
    if (body.current === null || (link !== null && (event.ctrlKey || event.metaKey || event.shiftKey))) return
    if (link !== null) event.preventDefault()
    if (getSelection()?.isCollapsed === false) return
    // By keyboard there is no point on the page: then it is the word itself.
    const point = { x: event.clientX, y: event.clientY }
    const mark = event.detail === 0 ? undefined : markAt(body.current, article.marks, point)
    const node = mark?.node ?? link?.dataset['node']
    if (node !== undefined) choose(node)
  }
  return (
    <article class="article" aria-label={m.articleLabel} tabIndex={0}>
      <ArticleHead article={article} />
      <MarkKey article={article} />
      <div class="article-text" lang="ar" dir="rtl" {...list} onClick={followWord}>
        {paragraphs
          .filter(({ boilerplate }) => !boilerplate)
          .map((paragraph) => (
            <Text key={paragraph.start} paragraph={paragraph} row={row} />
          ))}
        {margins.length > 0 && (
          <aside class="margins">
            <p class="muted" lang={undefined}>
              {m.aside}
            </p>
            {margins.map((paragraph) => (
              <Text key={paragraph.start} paragraph={paragraph} row={row} />
            ))}
          </aside>
        )}
      </div>
    </article>
  )
}

function ArticleHead({ article }: { article: ArticleView }) {
  const { lang, m } = useLanguage()
  const { title, publisher, published, publishedBasis, url } = article
  const basis = publishedBasis === undefined ? '' : m.publishedBasis[publishedBasis]
  return (
    <header class="article-head">
      <h3 dir="auto">{title ?? m.untitled}</h3>
      <p class="byline">
        {publisher !== undefined && <bdi>{publisher}</bdi>}
        <span>
          {published === null ? m.publishedUnknown : fill(m.published, { day: formatDay(lang, published) })}
        </span>
        {basis !== '' && <span>{basis}</span>}
        {url !== undefined && /^https?:\/\//u.test(url) && (
          <a href={url} rel="noreferrer noopener" target="_blank">
            {m.original}
          </a>
        )}
      </p>
    </header>
  )
}

const KINDS = ['Actor', 'Place', 'Date', 'Statement', 'Commitment'] as const

/** What each way of marking the text means, of those that this text has. */
function MarkKey({ article: { marks } }: { article: ArticleView }) {
  const { lang, m } = useLanguage()
  const kinds = KINDS.filter((kind) => marks.some(({ label }) => label === kind))
  return (
    <ul class="mark-key" role="list" aria-label={m.markKey}>
      {kinds.map((kind) => (
        <li key={kind} data-kind={kind}>
          {NODES[kind][lang]}
        </li>
      ))}
    </ul>
  )
}

interface TextProps {
  paragraph: Paragraph
  row: ReturnType<typeof useArrowKeys>['row']
}

function Text({ paragraph: { segments }, row }: TextProps) {
  const view = useApp((state) => state.view)
  const addressOf = (focus: string): string => formatView({ ...view, focus, commitment: null, said: null })
  return (
    <p dir="auto">
      {segments.map(({ start, marked, pieces }) => {
        const words = pieces.map((piece) =>
          piece.names === null ? (
            <span key={piece.start} data-start={piece.start}>
              {piece.text}
            </span>
          ) : (
            <a
              key={piece.start}
              class="word"
              href={addressOf(piece.names.node)}
              data-start={piece.start}
              data-node={piece.names.node}
              data-kind={piece.names.label}
              {...row(`${piece.start}`)}
            >
              {piece.text}
            </a>
          ),
        )
        return marked ? <mark key={start}>{words}</mark> : words
      })}
    </p>
  )
}
