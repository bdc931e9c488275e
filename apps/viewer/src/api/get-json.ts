import { ViewerError } from '../errors.ts'

/**
 * One JSON answer of our own server. Nothing is retried here: the reader is told and has a button.
 *
 * @throws {ViewerError} `unreachable` no answer · `not-found` 404 · `refused` any other error status · `unreadable` not JSON
 */
export async function getJson<T>(url: URL): Promise<T> {
  const response = await fetch(url, { headers: { accept: 'application/json' } }).catch((cause: unknown) => {
    throw new ViewerError('unreachable', `no answer from ${url.pathname}`, { cause })
  })
  if (!response.ok) {
    throw new ViewerError(
      response.status === 404 ? 'not-found' : 'refused',
      `${url.pathname} answered ${response.status}`,
    )
  }
  return response.json().catch((cause: unknown) => {
    throw new ViewerError('unreadable', `${url.pathname} did not answer JSON`, { cause })
  }) as Promise<T>
}
