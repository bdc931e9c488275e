import { useMemo } from 'preact/hooks'
import { dateName } from '../i18n/dates.ts'
import { nameIn, plural } from '../i18n/language.ts'
import { valueOf } from '../state/app-state.ts'
import { indexedEntities } from '../state/entities.ts'
import { ledgerGroups } from '../state/ledger.ts'
import type { SearchHits } from '../state/search-index.ts'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { INDEXES, today } from '../state/view-state.ts'
import { ArticleList } from './article-list.tsx'
import { EntityList } from './entity-list.tsx'
import { IconButton } from './icon.tsx'
import { KindMark } from './kind-mark.tsx'
import { Ledger } from './ledger.tsx'
import { FailedNotice, LoadingNotice, Notice } from './notice.tsx'

/** The side with the lists: commitments, actors, places, articles. */
export function IndexPane({ hits }: { hits: SearchHits | null }) {
  const { m } = useLanguage()
  const index = useApp(({ view }) => view.index)
  const { look } = useActions()
  return (
    <section class="pane index-pane" aria-label={m.indexLabel} id="index">
      <div class="tabs" role="tablist" aria-label={m.indexLabel} onKeyDown={moveBetweenTabs}>
        {INDEXES.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-controls="index-list"
            aria-selected={name === index}
            tabIndex={name === index ? 0 : -1}
            onClick={() => look({ index: name })}
          >
            {m.index[name]}
          </button>
        ))}
      </div>
      <div class="index-list" role="tabpanel" id="index-list" aria-labelledby={`tab-${index}`}>
        {index === 'commitments' && <Commitments hits={hits} />}
        {(index === 'actors' || index === 'places') && <Entities index={index} />}
        {index === 'articles' && <Articles />}
      </div>
    </section>
  )
}

function moveBetweenTabs(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')]
  const forward = (event.key === 'ArrowRight') === (getComputedStyle(event.currentTarget).direction === 'ltr')
  const at = tabs.findIndex((tab) => tab === document.activeElement)
  const next = tabs[(at + (forward ? 1 : tabs.length - 1)) % tabs.length]
  next?.click()
  next?.focus()
}

function Commitments({ hits }: { hits: SearchHits | null }) {
  const { lang, m } = useLanguage()
  const commitments = useApp((state) => state.commitments)
  const graph = useApp((state) => valueOf(state.graph))
  const focus = useApp(({ view }) => view.focus)
  const groups = useMemo(
    () =>
      ledgerGroups(valueOf(commitments) ?? [], {
        focus,
        found: hits?.commitments ?? null,
        edges: graph?.edges ?? [],
      }),
    [commitments, focus, hits, graph],
  )
  if (commitments.state === 'loading') return <LoadingNotice />
  if (commitments.state === 'failed') return <FailedNotice code={commitments.code} />
  if (commitments.value.length === 0) {
    return (
      <Notice title={m.emptyTitle}>
        <p>{m.emptyBody}</p>
        <code dir="ltr">npx pnpm@10 mithaq load article.txt</code>
      </Notice>
    )
  }
  const count = groups.reduce((sum, group) => sum + group.commitments.length, 0)
  return (
    <>
      <div class="ledger-head">
        <p class="count" role="status">
          {plural(lang, m.commitmentCount, count)}
        </p>
        <AsOf />
      </div>
      <FocusChip />
      {count === 0 ? <Notice>{m.nothingMatches}</Notice> : <Ledger groups={groups} />}
    </>
  )
}

function Entities({ index }: { index: 'actors' | 'places' }) {
  const { lang, m } = useLanguage()
  const graph = useApp((state) => state.graph)
  const commitments = useApp((state) => state.commitments)
  const kind = index === 'actors' ? 'Actor' : 'Place'
  const entities = useMemo(
    () => indexedEntities(kind, valueOf(graph)?.nodes ?? [], valueOf(commitments) ?? [], lang),
    [kind, graph, commitments, lang],
  )
  if (graph.state === 'loading') return <LoadingNotice />
  if (graph.state === 'failed') return <FailedNotice code={graph.code} />
  const forms = index === 'actors' ? m.actorCount : m.placeCount
  return (
    <>
      <div class="ledger-head">
        <p class="count" role="status">
          {plural(lang, forms, entities.length)}
        </p>
      </div>
      <EntityList key={index} kind={kind} entities={entities} />
    </>
  )
}

function Articles() {
  const { lang, m } = useLanguage()
  const articles = useApp((state) => state.articles)
  if (articles.state === 'loading') return <LoadingNotice />
  if (articles.state === 'failed') return <FailedNotice code={articles.code} />
  return (
    <>
      <div class="ledger-head">
        <p class="count" role="status">
          {plural(lang, m.articleCount, articles.value.length)}
        </p>
      </div>
      <ArticleList articles={articles.value} />
    </>
  )
}

/** The day as of which statuses are told. */
function AsOf() {
  const { m } = useLanguage()
  const asOf = useApp(({ view }) => view.asOf)
  const { look } = useActions()
  return (
    <label class="as-of">
      {m.asOf}
      <input
        type="date"
        value={asOf ?? today()}
        onChange={({ currentTarget }) => look({ asOf: currentTarget.value || null })}
      />
    </label>
  )
}

/** Names the node in focus, with the way out. */
function FocusChip() {
  const { lang, m } = useLanguage()
  const focus = useApp(({ view }) => view.focus)
  const graph = useApp((state) => valueOf(state.graph))
  const { leaveFocus } = useActions()
  const node = graph?.nodes.find(({ id }) => id === focus)
  if (focus === null) return null
  return (
    <p class="focus-chip">
      <span class="muted">{m.focusedOn}</span>
      {node !== undefined && <KindMark label={node.label} />}
      <bdi>{dateName(lang, focus) ?? (node === undefined ? focus : nameIn(lang, node))}</bdi>
      <IconButton icon="close" label={m.clearFocus} onClick={leaveFocus} />
    </p>
  )
}
