import { Agent, get } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createApp, serve } from '../src/index.ts'
import type { Running } from '../src/index.ts'
import { fillStore } from './filled-store.ts'
import type { FilledStore } from './filled-store.ts'

const CLIENTS = 200
const EACH = 5
const PATHS = [
  '/api/commitments?asOf=2025-03-01',
  '/api/articles',
  '/api/graph?limit=50',
  '/api/ties',
  '/healthz',
]

let filled: FilledStore
let running: Running

beforeAll(async () => {
  filled = await fillStore()
  running = await serve(createApp(filled.store, { service: {} }), { port: 0 })
})
afterAll(async () => {
  await running.close()
  await filled.close()
})

/** The status of an answer that came whole; an error for one that did not. */
const ask = (path: string, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    get(new URL(path, running.url), { agent }, (response) => {
      response
        .once('error', reject)
        .once('end', () => resolve(response.statusCode ?? 0))
        .resume()
    }).once('error', reject)
  })

it(`answers ${CLIENTS} clients at once without an error`, async () => {
  const client = async (number: number): Promise<number[]> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const statuses: number[] = []
    for (let i = 0; i < EACH; i++) statuses.push(await ask(PATHS[(number + i) % PATHS.length]!, agent))
    agent.destroy()
    return statuses
  }
  const answers = await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)))
  expect(answers.flat().filter((status) => status !== 200)).toEqual([])
  expect(answers.flat()).toHaveLength(CLIENTS * EACH)
}, 60_000)

it('ends without breaking an answer off', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 50 })
  const asked = Array.from({ length: 50 }, () => ask('/api/commitments?asOf=2025-03-01', agent))
  // Once the first is there the others are under way.
  await Promise.race(asked)
  const ending = running.close()
  expect(await Promise.all(asked)).toEqual(asked.map(() => 200))
  await ending
  await expect(ask('/healthz', new Agent())).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  agent.destroy()
}, 60_000)
