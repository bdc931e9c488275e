import { kindName, plural } from '../i18n/language.ts'
import type { IndexedEntity } from '@mithaq/views'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { useGrowing } from './growing.ts'
import { KindMark } from './kind-mark.tsx'
import { useArrowKeys } from './use-arrow-keys.ts'

/** The actors or the places, as a list; choosing one lists its commitments and shows its surroundings. */
export function EntityList({
  kind,
  entities,
  grow,
}: {
  kind: 'Actor' | 'Place'
  entities: readonly IndexedEntity[]
  grow: (() => void) | null
}) {
  const { lang, m } = useLanguage()
  const { choose, point } = useActions()
  const focus = useApp(({ view }) => view.focus)
  const { list, row } = useArrowKeys(entities[0]?.id)
  const { count, end } = useGrowing(kind, entities.length, grow)
  return (
    <div class="ledger" {...list}>
      <ol role="list">
        {entities.slice(0, count).map(({ id, name, type, commitments }) => (
          <li key={id}>
            <button
              type="button"
              class="row entity-row"
              aria-current={id === focus ? 'true' : undefined}
              {...row(id)}
              onClick={() => choose(id)}
              onPointerEnter={() => point(id)}
              onPointerLeave={() => point(null)}
              onFocus={() => point(id)}
              onBlur={() => point(null)}
            >
              <KindMark label={kind} />
              <span class="entity-text">
                <bdi class="entity-name">{name}</bdi>
                <span class="row-meta">
                  <span>{kindName(lang, kind, type).split(' · ').at(-1)}</span>
                  {commitments > 0 && <span>{plural(lang, m.commitmentCount, commitments)}</span>}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      <div ref={end} />
    </div>
  )
}
