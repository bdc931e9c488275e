import type { SearchHits } from '@mithaq/views'
import { useActions, useApp, useLanguage } from '../state/use-app.ts'
import { IconButton } from './icon.tsx'
import { SearchBox } from './search-box.tsx'

export function TopBar({ hits }: { hits: SearchHits | null }) {
  const { lang, m } = useLanguage()
  const theme = useApp(({ view }) => view.theme)
  const { look, nextTheme } = useActions()
  const other = lang === 'ar' ? 'en' : 'ar'
  return (
    <header class="top-bar">
      <h1 class="brand">
        <svg viewBox="0 0 34 16" aria-hidden="true">
          <path class="brand-edge" d="M8 8h16" />
          <circle class="brand-actor" cx="6" cy="8" r="4.6" />
          <path class="brand-commitment" d="M26 .9 33.1 8 26 15.1 18.9 8Z" />
        </svg>
        {m.name}
      </h1>
      <p class="tagline">{m.tagline}</p>
      <SearchBox hits={hits} />
      <div class="top-actions">
        <IconButton icon={theme} label={m.theme[theme]} onClick={nextTheme} />
        <button
          type="button"
          class="button language"
          lang={other}
          title={m.switchLanguage}
          onClick={() => look({ lang: other })}
        >
          {m.otherLanguage}
        </button>
      </div>
    </header>
  )
}
