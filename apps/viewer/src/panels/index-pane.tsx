import { GROUPINGS, choiceSize, indexedEntities } from '@mithaq/views'
import { useMemo, useState } from 'preact/hooks'
import { dateName } from '../i18n/dates.ts'
import { formatNumber, nameIn, plural } from '../i18n/language.ts'
import { valueOf } from '../state/app-state.ts'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { useLedger } from '../state/use-ledger.ts'
import { INDEXES } from '../state/view-state.ts'
import { ArticleList } from './article-list.tsx'
import { EntityList } from './entity-list.tsx'
import { FacetPanel } from './facet-panel.tsx'
import { Icon, IconButton } from './icon.tsx'
import { KindMark } from './kind-mark.tsx'
import { Ledger } from './ledger.tsx'
import { moveBetweenTabs } from './move-between-tabs.ts'
import { NothingMatches } from './nothing-matches.tsx'
import { FailedNotice, LoadingNotice, Notice } from './notice.tsx'

/** The side with the lists: commitments, actors, places, articles. */
export function IndexPane() {
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
        {index === 'commitments' && <Commitments />}
        {(index === 'actors' || index === 'places') && <Entities index={index} />}
        {index === 'articles' && <Articles />}
      </div>
    </section>
  )
}

function Commitments() {
  const { lang, m } = useLanguage()
  const commitments = useApp((state) => state.commitments)
  const stage = useApp(({ view }) => view.stage)
  const { counts } = useLedger()
  const told = useApp(({ ledger }) => ledger !== null)
  // Beside a table or a timeline the list would say everything twice: the filter takes its place.
  const beside = stage === 'table' || stage === 'timeline'
  const [filtering, setFiltering] = useState(false)
  if (commitments.state === 'loading') return <LoadingNotice />
  if (commitments.state === 'failed') return <FailedNotice code={commitments.code} />
  if (commitments.value.length === 0 && !told) {
    return (
      <Notice title={m.emptyTitle}>
        <p>{m.emptyBody}</p>
        <code dir="ltr">npx pnpm@10 mithaq load article.txt</code>
      </Notice>
    )
  }
  return (
    <>
      <div class="ledger-head">
        <p class="count" role="status">
          {plural(lang, m.commitmentCount, counts.listed)}
        </p>
        <FilterButton open={filtering} toggle={() => setFiltering(!filtering)} />
      </div>
      <FocusChip />
      <GroupBy />
      {(filtering || beside) && <FacetPanel />}
      {!beside && (counts.listed === 0 ? <NothingMatches /> : <Ledger />)}
    </>
  )
}

function FilterButton({ open, toggle }: { open: boolean; toggle: () => void }) {
  const { lang, m } = useLanguage()
  const size = useApp(({ view }) => choiceSize(view.choice))
  const stage = useApp(({ view }) => view.stage)
  if (stage === 'table' || stage === 'timeline') return null
  return (
    <button type="button" class="button quiet" aria-expanded={open} onClick={toggle}>
      <Icon name="filter" />
      {m.filters}
      {size > 0 && <span class="badge">{formatNumber(lang, size)}</span>}
    </button>
  )
}

function GroupBy() {
  const { m } = useLanguage()
  const grouping = useApp(({ view }) => view.grouping)
  const stage = useApp(({ view }) => view.stage)
  const { look } = useActions()
  if (stage === 'timeline') return null
  return (
    <label class="group-by">
      {m.groupBy}
      <select
        value={grouping}
        onChange={({ currentTarget }) =>
          look({ grouping: GROUPINGS.find((one) => one === currentTarget.value) ?? 'year' })
        }
      >
        {GROUPINGS.map((one) => (
          <option key={one} value={one}>
            {m.grouping[one]}
          </option>
        ))}
      </select>
    </label>
  )
}

function Entities({ index }: { index: 'actors' | 'places' }) {
  const { lang, m } = useLanguage()
  const graph = useApp((state) => state.graph)
  const commitments = useApp((state) => state.commitments)
  const { moreRows } = useActions()
  const kind = index === 'actors' ? 'Actor' : 'Place'
  const told = useApp(({ ledger }) => ledger?.told.entities)
  const here = useMemo(
    () =>
      told === undefined
        ? indexedEntities(kind, valueOf(graph)?.nodes ?? [], valueOf(commitments) ?? [], lang)
        : [],
    [kind, graph, commitments, lang, told === undefined],
  )
  const entities = told?.first ?? here
  if (graph.state === 'loading') return <LoadingNotice />
  if (graph.state === 'failed') return <FailedNotice code={graph.code} />
  const forms = index === 'actors' ? m.actorCount : m.placeCount
  return (
    <>
      <div class="ledger-head">
        <p class="count" role="status">
          {plural(lang, forms, told?.total ?? entities.length)}
        </p>
      </div>
      <EntityList
        key={index}
        kind={kind}
        entities={entities}
        grow={told && told.total > told.first.length ? moreRows : null}
      />
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
