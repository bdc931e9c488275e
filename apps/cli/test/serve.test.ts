import { once } from 'node:events'
import { createInterface } from 'node:readline/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { articleSummarySchema } from '@mithaq/model'
import { expect, it } from 'vitest'
import { line, PLEDGE } from './folder.ts'
import { mithaq, start, temporaryDirectory } from './run-mithaq.ts'

/** Start a server, use it while it runs, end it as Ctrl-C would, and give what it said and its exit code. */
async function whileRunning(
  args: readonly string[],
  cwd: string,
  use: (url: string) => Promise<void>,
): Promise<{ code: number | null; stderr: string }> {
  const child = start(args, { cwd })
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const closed = once(child, 'close') as Promise<[number | null]>
  try {
    const [address] = (await Promise.race([once(createInterface(child.stdout), 'line'), closed])) as unknown[]
    if (typeof address !== 'string') throw new Error(stderr)
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/u)
    await use(address)
  } finally {
    child.kill('SIGINT')
  }
  const [code] = await closed
  return { code, stderr }
}

const articlesAt = async (url: string) =>
  articleSummarySchema.array().parse(await (await fetch(new URL('api/articles', url))).json())

it('serve answers until Ctrl-C, and then lets go of everything', async () => {
  const cwd = temporaryDirectory()
  await mithaq(['load', '-'], { cwd, input: line({ id: '1', text: PLEDGE, published: '2025-03-01' }) })
  let at = ''
  const { code } = await whileRunning(['serve', '--port', '0'], cwd, async (url) => {
    at = url
    expect((await articlesAt(url)).map(({ id }) => id)).toEqual(['article:1'])
    // Others may read beside it, and nobody write.
    expect(await mithaq(['commitments', '--as-of', '2025-06-01'], { cwd })).toMatchObject({ code: 0 })
    const locked = await mithaq(['load', '-'], { cwd, input: line({ id: '2', text: PLEDGE }) })
    expect(locked).toMatchObject({ code: 1, stdout: '' })
  })
  expect(code).toBe(0)
  await expect(fetch(at)).rejects.toThrow(/fetch failed/u)
  expect(await mithaq(['commitments', '--as-of', '2025-06-01'], { cwd })).toMatchObject({ code: 0 })
})

it('demo tells its story twice alike', async () => {
  const cwd = temporaryDirectory()
  const visit = () =>
    whileRunning(['demo', '--port', '0', '--no-open'], cwd, async (url) => {
      expect((await articlesAt(url)).length).toBeGreaterThanOrEqual(6)
    })
  const first = await visit()
  expect(first).toMatchObject({ code: 0, stderr: expect.stringMatching(/^Examples: \d+ articles; [1-9]/u) })
  expect((await visit()).stderr).toMatch(
    /^Examples: (\d+) articles, \1 unchanged; 0 nodes and 0 relations are new/mu,
  )
})

it('serve refuses a port that is taken', async () => {
  const cwd = temporaryDirectory()
  await mithaq(['load', '-'], { cwd, input: line({ text: PLEDGE }) })
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { code, stdout, stderr } = await mithaq(['serve', '--port', String(port)], { cwd })
  other.close()
  expect(stderr).toMatch(/taken: choose another with --port/u)
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
})
