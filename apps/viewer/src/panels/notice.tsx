import type { ComponentChildren } from 'preact'
import type { ViewerErrorCode } from '../errors.ts'
import { useActions, useLanguage } from '../state/use-app.ts'

/** An empty, waiting or failed place, in words. */
export function Notice({ title, children }: { title?: string; children?: ComponentChildren }) {
  return (
    <div class="notice">
      {title !== undefined && <p class="notice-title">{title}</p>}
      {children}
    </div>
  )
}

export function LoadingNotice() {
  const { m } = useLanguage()
  return (
    <Notice>
      <p class="loading">{m.loading}</p>
    </Notice>
  )
}

export function FailedNotice({ code }: { code: ViewerErrorCode }) {
  const { m } = useLanguage()
  const { reload } = useActions()
  return (
    <div class="notice" role="alert">
      <p>{m.failed[code]}</p>
      <button type="button" class="button" onClick={reload}>
        {m.retry}
      </button>
    </div>
  )
}
