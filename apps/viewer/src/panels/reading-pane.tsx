import type { ArticleView } from '@mithaq/model'
import { useState } from 'preact/hooks'
import { valueOf } from '../state/app-state.ts'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { useLedger } from '../state/use-ledger.ts'
import { ArticlePane } from './article-pane.tsx'
import { CommitmentPanel } from './commitment-panel.tsx'
import { Icon, IconButton } from './icon.tsx'
import { FailedNotice, LoadingNotice } from './notice.tsx'

/** The open commitment over its article, or an article alone; null when nothing is open. */
export function ReadingPane() {
  const { m } = useLanguage()
  const { back } = useActions()
  const id = useApp(({ view }) => view.commitment)
  const said = useApp(({ view }) => view.said)
  const commitments = useApp((state) => state.commitments)
  const article = useApp((state) => state.article)
  const { all } = useLedger()
  // One that had not been said by the day asked for still opens from a link, with its status of today.
  const commitment = all.find((one) => one.id === id) ?? valueOf(commitments)?.find((one) => one.id === id)
  const asked = useApp(({ ledger }) => ledger?.asked.open)
  const answered = asked === undefined ? commitments.state === 'ready' : asked === id
  const missing = id !== null && answered && commitment === undefined
  if (id === null && article === null) return null
  return (
    <section class="pane reading-pane" aria-label={m.articleLabel} data-commitment={id ?? undefined}>
      <div class="reading-buttons">
        <CopyLink />
        <IconButton icon="close" label={m.close} onClick={back} />
      </div>
      {missing && <FailedNotice code="not-found" />}
      {commitment !== undefined && <CommitmentPanel commitment={commitment} />}
      {article?.text.state === 'loading' && <LoadingNotice />}
      {article?.text.state === 'failed' && <FailedNotice code={article.text.code} />}
      {article?.text.state === 'ready' && (
        <ArticlePane
          article={article.text.value}
          focus={wordsOf(article.text.value, said) ?? commitment ?? null}
        />
      )}
    </section>
  )
}

/** The words of a statement, to stand in focus; none when the article has no such statement. */
const wordsOf = (article: ArticleView, statement: string | null) => {
  const mark = article.marks.find(({ node }) => node === statement)
  return mark && { id: mark.node, start: mark.start, end: mark.end }
}

function CopyLink() {
  const { m } = useLanguage()
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(location.href)
    setCopied(true)
    setTimeout(() => setCopied(false), 2_000)
  }
  return (
    <button type="button" class="button quiet" onClick={() => void copy()}>
      <Icon name="link" />
      <span role="status">{copied ? m.linkCopied : m.copyLink}</span>
    </button>
  )
}
