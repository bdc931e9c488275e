import type { ArticleSummary } from '@mithaq/model'
import { formatDay } from '../i18n/dates.ts'
import { plural } from '../i18n/language.ts'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { useGrowing } from './growing.ts'
import { useArrowKeys } from './use-arrow-keys.ts'

/** The articles; choosing one opens it for reading and lists its commitments. */
export function ArticleList({ articles }: { articles: readonly ArticleSummary[] }) {
  const { lang, m } = useLanguage()
  const { choose, point } = useActions()
  const focus = useApp(({ view }) => view.focus)
  const { list, row } = useArrowKeys(articles[0]?.id)
  const { count, end } = useGrowing(articles, articles.length)
  return (
    <div class="ledger" {...list}>
      <ol role="list">
        {articles.slice(0, count).map(({ id, title, publisher, published, commitments }) => (
          <li key={id}>
            <button
              type="button"
              class="row"
              aria-current={id === focus ? 'true' : undefined}
              {...row(id)}
              onClick={() => choose(id)}
              onPointerEnter={() => point(id)}
              onPointerLeave={() => point(null)}
              onFocus={() => point(id)}
              onBlur={() => point(null)}
            >
              {publisher !== undefined && <bdi class="row-who">{publisher}</bdi>}
              <bdi class="row-what">{title ?? m.untitled}</bdi>
              <span class="row-meta">
                <span>{published === null ? m.publishedUnknown : formatDay(lang, published)}</span>
                <span>{plural(lang, m.commitmentCount, commitments)}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      <div ref={end} />
    </div>
  )
}
