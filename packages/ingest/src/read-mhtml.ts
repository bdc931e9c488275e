import type { ArticleInput } from '@mithaq/model'
import { IngestError } from './errors.ts'
import { readHtml } from './html/read-html.ts'

/** The article in a page that a browser saved as one file (`.mhtml`), its pictures left aside. */
export async function readMhtml(bytes: Uint8Array): Promise<ArticleInput> {
  const { default: PostalMime } = await import('postal-mime')
  const mail = await PostalMime.parse(bytes)
  if (mail.html === undefined)
    throw new IngestError('no-article', 'a saved page without a page in it: save it anew')
  const address = mail.headers.find(({ key }) => key === 'snapshot-content-location')?.value
  return readHtml(mail.html, address)
}
