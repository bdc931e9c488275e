import { Agent, fetch } from 'undici'
import { LlmError } from '../errors.ts'

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/iu

export interface FetchGuards {
  /** For one whole answer. */
  timeoutMs: number
  /** Of one answer. */
  maxBytes: number
}

/**
 * A `fetch` for the endpoint that the user named, and no other: it follows nobody elsewhere (the key would go along),
 * takes nothing but JSON and no more than so much of it, and waits as long for a slow model as it is told to.
 */
export function guardedFetch({ timeoutMs, maxBytes }: FetchGuards): typeof globalThis.fetch {
  const dispatcher = new Agent({ headersTimeout: timeoutMs, bodyTimeout: timeoutMs })
  const guarded = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(String(input instanceof Request ? input.url : input), {
      ...init,
      dispatcher,
      redirect: 'manual',
    } as Parameters<typeof fetch>[1])
    const type = response.headers.get('content-type') ?? ''
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel()
      throw new LlmError(
        'wrong-address',
        `it is answered from elsewhere (${response.status}): name that address itself`,
      )
    }
    if (response.ok && !JSON_TYPE.test(type)) {
      await response.body?.cancel()
      throw new LlmError(
        'wrong-answer',
        `the answer is ${type.slice(0, 60) || 'of no type'}, not JSON: is it the address of an OpenAI-compatible API, such as http://localhost:11434/v1?`,
      )
    }
    return new Response(new Uint8Array(await readWhole(response.body, maxBytes)), {
      status: response.status,
      headers: [...response.headers],
    })
  }
  return guarded
}

async function readWhole(body: AsyncIterable<Uint8Array> | null, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let held = 0
  for await (const part of body ?? []) {
    held += part.length
    if (held > most)
      throw new LlmError(
        'too-large',
        `an answer of more than ${Math.round(most / 1024)} KiB: no model needs so many words here`,
      )
    parts.push(part)
  }
  return Buffer.concat(parts)
}
