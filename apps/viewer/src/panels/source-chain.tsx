import { nameIn } from '../i18n/language.ts'
import { sourceLevels } from '../state/source-levels.ts'
import type { Source } from '../state/source-levels.ts'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { NameList } from './name-list.tsx'

/** «وكالة ← مسؤول»: who passes on whose words, outermost first; the arrow points the way the page is read. */
export function SourceChain({ sources }: { sources: readonly Source[] }) {
  const { lang, m } = useLanguage()
  const { choose } = useActions()
  if (sources.length === 0) return <>{m.articleItself}</>
  return (
    <ol class="chain" role="list">
      {sourceLevels(sources).map((level) => (
        <li key={level[0]?.id}>
          <span>
            <NameList lang={lang} names={level}>
              {(source) => (
                <button type="button" class="name" onClick={() => choose(source.id)}>
                  {nameIn(lang, source)}
                </button>
              )}
            </NameList>
          </span>
          <Cue source={level[0]} />
        </li>
      ))}
    </ol>
  )
}

/** The word that says how it was said, and whether anybody was named as saying it. */
function Cue({ source }: { source: Source | undefined }) {
  const { m } = useLanguage()
  const said = useApp(({ view }) => view.said)
  const { look } = useActions()
  if (source === undefined) return null
  return (
    <>
      {source.verb !== '' && (
        <button
          type="button"
          class="cue-button"
          aria-pressed={said === source.statement}
          title={m.toStatement}
          onClick={() => look({ said: said === source.statement ? null : (source.statement ?? null) })}
        >
          <q class="cue" dir="auto" lang="ar">
            {source.verb}
          </q>
        </button>
      )}
      {!source.named && <span class="cue">{m.unnamedSource}</span>}
    </>
  )
}
