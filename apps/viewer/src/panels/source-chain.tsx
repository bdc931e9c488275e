import type { CommitmentView } from '@mithaq/model'
import { nameIn } from '../i18n/language.ts'
import { useActions, useLanguage } from '../state/use-app.ts'

/** «وكالة ← مسؤول»: who passes on whose words, outermost first; the arrow points the way the page is read. */
export function SourceChain({ sources }: { sources: CommitmentView['statedBy'] }) {
  const { lang, m } = useLanguage()
  const { choose } = useActions()
  if (sources.length === 0) return <>{m.articleItself}</>
  return (
    <ol class="chain" role="list">
      {sources.map((source) => (
        <li key={source.id}>
          <button type="button" class="name" onClick={() => choose(source.id)}>
            <bdi>{nameIn(lang, source)}</bdi>
          </button>
          {source.verb !== '' && (
            <q class="cue" dir="auto" lang="ar">
              {source.verb}
            </q>
          )}
          {!source.named && <span class="cue">{m.unnamedSource}</span>}
        </li>
      ))}
    </ol>
  )
}
