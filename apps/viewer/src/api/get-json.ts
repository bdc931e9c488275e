import { ViewerError } from '../errors.ts'

/**
 * One JSON answer of our own server. Nothing is retried here: the reader is told and has a button.
 *
 * @throws {ViewerError} `unreachable` no answer · `not-found` 404 · `refused` any other error status · `unreadable` not JSON
 */
export const getJson = <T>(url: URL): Promise<T> => ask<T>(url, { headers: { accept: 'application/json' } })

/** The same for a question with a body. The error's message is the server's own, which says what to mend. */
export const postJson = <T>(url: URL, body: unknown): Promise<T> =>
  ask<T>(url, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

async function ask<T>(url: URL, request: RequestInit): Promise<T> {
  const response = await fetch(url, request).catch((cause: unknown) => {
    throw new ViewerError('unreachable', `no answer from ${url.pathname}`, { cause })
  })
  if (!response.ok) {
    const code = response.status === 404 ? 'not-found' : 'refused'
    throw new ViewerError(code, (await messageOf(response)) ?? `${url.pathname} answered ${response.status}`)
  }
  return response.json().catch((cause: unknown) => {
    throw new ViewerError('unreadable', `${url.pathname} did not answer JSON`, { cause })
  }) as Promise<T>
}

/** `{ error: { message } }`, as our server answers. */
async function messageOf(response: Response): Promise<string | undefined> {
  const body = (await response.json().catch(() => null)) as { error?: { message?: string } } | null
  return body?.error?.message
}
