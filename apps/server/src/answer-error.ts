import { StoreError } from '@mithaq/loader'
import type { StoreErrorCode } from '@mithaq/loader'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ApiError } from './errors.ts'

/** Every error as JSON. What nobody foresaw says nothing of our insides. */
export function answerError(error: Error, c: Context): Response {
  const { status, code, message } = translate(error)
  return c.json({ error: { code, message } }, status)
}

interface Translated {
  status: ContentfulStatusCode
  code: string
  message: string
}

function translate(error: Error): Translated {
  if (error instanceof ApiError) return error
  if (error instanceof StoreError) {
    return { status: STATUS_OF[error.code] ?? 500, code: error.code, message: error.message }
  }
  if (error instanceof HTTPException) return ofFramework(error)
  return { status: 500, code: 'failed', message: 'The server could not answer this; its log may say why.' }
}

/** The store's own errors: the question's fault, the database's absence; the rest is 500. */
const STATUS_OF: Partial<Record<StoreErrorCode, ContentfulStatusCode>> = {
  'bad-cypher': 400,
  'write-refused': 403,
  timeout: 504,
  unreachable: 503,
  unauthorized: 503,
  'no-database': 503,
  locked: 503,
  closed: 503,
}

function ofFramework({ status, message }: HTTPException): Translated {
  if (status === 415) return { status, code: 'not-json', message: 'Send the question as application/json.' }
  return { status, code: 'wrong-input', message }
}
