import { useId, useState } from 'preact/hooks'
import { kindName, nameIn } from '../i18n/language.ts'
import type { SearchHits } from '@mithaq/views'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { Icon, IconButton } from './icon.tsx'
import { KindMark } from './kind-mark.tsx'

const MOST_NAMES = 7

/** Typing filters the ledger, and offers the names that match: a combobox. */
export function SearchBox({ hits }: { hits: SearchHits | null }) {
  const { lang, m } = useLanguage()
  const query = useApp(({ view }) => view.query)
  const { choose, look } = useActions()
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const id = useId()
  const names = hits?.names.slice(0, MOST_NAMES) ?? []
  const shown = open && hits !== null

  const pick = (index: number): void => {
    const name = names[index]
    setOpen(false)
    if (name === undefined) return
    look({ query: '' })
    choose(name.id)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && names.length > 0) {
      event.preventDefault()
      setOpen(true)
      setActive((active + step + names.length + (active < 0 && step < 0 ? 1 : 0)) % names.length)
    } else if (event.key === 'Enter') pick(active)
    else if (event.key === 'Escape' && (open || query !== '')) {
      // The first Escape closes the list, the next clears the search; only then is it the page's.
      event.stopPropagation()
      if (!open) look({ query: '' })
      setOpen(false)
    }
  }
  return (
    <search class="search">
      <Icon name="search" />
      <input
        type="text"
        dir="auto"
        class="search-input"
        role="combobox"
        aria-label={m.searchLabel}
        aria-expanded={shown}
        aria-controls={`${id}-names`}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
        placeholder={m.searchPlaceholder}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={({ currentTarget }) => {
          look({ query: currentTarget.value, index: 'commitments' })
          setOpen(currentTarget.value !== '')
          setActive(-1)
        }}
        onFocus={() => setOpen(query !== '')}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {query !== '' && <IconButton icon="close" label={m.searchClear} onClick={() => look({ query: '' })} />}
      <div class="search-names" hidden={!shown}>
        {names.length === 0 && <p class="muted">{m.searchNothing}</p>}
        <ul role="listbox" id={`${id}-names`} aria-label={m.searchNames}>
          {names.map((name, index) => (
            <li
              key={name.id}
              role="option"
              id={`${id}-${index}`}
              aria-selected={index === active}
              // The input keeps the focus, or the list would close before the click.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(index)}
            >
              <KindMark label={name.label} />
              <bdi>{nameIn(lang, name)}</bdi>
              <span class="muted">{kindName(lang, name.label, name.type)}</span>
            </li>
          ))}
        </ul>
      </div>
    </search>
  )
}
