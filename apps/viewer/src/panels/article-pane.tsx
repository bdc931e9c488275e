import type { ArticleView } from '@mithaq/model'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { formatDay } from '../i18n/dates.ts'
import { fill } from '../i18n/language.ts'
import { useActions, useLanguage } from '../state/use-app.ts'
import { highlightMarks, markAt } from './text-highlights.ts'
import { paragraphsOf } from './text-segments.ts'
import type { Paragraph } from './text-segments.ts'

interface Props {
  article: ArticleView
  /** The commitment whose sentence is in focus. */
  focus: { id: string; start: number; end: number } | null
}

/** The article as it was printed, with what was read in it; all of it as text, never as markup. */
export function ArticlePane({ article, focus }: Props) {
  const { m } = useLanguage()
  const { choose } = useActions()
  const body = useRef<HTMLDivElement>(null)
  const paragraphs = useMemo(() => paragraphsOf(article, focus), [article, focus?.start, focus?.end])
  const margins = paragraphs.filter(({ boilerplate }) => boilerplate)

  useEffect(() => {
    // The sentence in focus has its <mark>.
    const others = article.marks.filter(({ node }) => node !== focus?.id)
    return body.current === null ? undefined : highlightMarks(body.current, others)
  }, [article, paragraphs])
  useEffect(() => {
    body.current?.querySelector('mark')?.scrollIntoView({ block: 'center' })
  }, [paragraphs])

  const followWord = ({ clientX: x, clientY: y }: MouseEvent): void => {
    if (body.current === null || getSelection()?.isCollapsed === false) return
    const mark = markAt(body.current, article.marks, { x, y })
    if (mark !== undefined) choose(mark.node)
  }
  return (
    <article class="article" aria-label={m.articleLabel} tabIndex={0}>
      <ArticleHead article={article} />
      <div class="article-text" lang="ar" dir="rtl" ref={body} onClick={followWord}>
        {paragraphs
          .filter(({ boilerplate }) => !boilerplate)
          .map((paragraph) => (
            <Text key={paragraph.start} paragraph={paragraph} />
          ))}
        {margins.length > 0 && (
          <aside class="margins">
            <p class="muted" lang={undefined}>
              {m.aside}
            </p>
            {margins.map((paragraph) => (
              <Text key={paragraph.start} paragraph={paragraph} />
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

function Text({ paragraph: { segments } }: { paragraph: Paragraph }) {
  return (
    <p dir="auto">
      {segments.map(({ start, text, marked }) =>
        marked ? (
          <mark key={start} data-start={start}>
            {text}
          </mark>
        ) : (
          <span key={start} data-start={start}>
            {text}
          </span>
        ),
      )}
    </p>
  )
}
