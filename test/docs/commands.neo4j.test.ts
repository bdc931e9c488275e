/** The commands of the pages that want a Neo4j, on a real one. */
import { openStore } from '../../packages/loader/src/index.ts'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asShown, readPages } from './read-blocks.ts'
import { needsNeo4j, openFolder, runBlock } from './run-block.ts'

const address = inject('neo4j')
const pages = readPages().filter(({ blocks }) => blocks.some(needsNeo4j))

describe.skipIf(address === null)('on a real Neo4j', () => {
  const { uri, username, password } = address ?? { uri: '', username: '', password: '' }
  /** The pages' address and password are those of the compose file. */
  const rewrite = (script: string): string =>
    script
      .replace(/(?:bolt|neo4j):\/\/localhost:7687/gu, uri)
      .replaceAll('neo4j/choose-one', `${username}/${password}`)
      .replaceAll('choose-one', password)

  describe.each(pages)('$path', ({ blocks }) => {
    let open: ReturnType<typeof openFolder>
    beforeAll(() => {
      open = openFolder()
    })
    afterAll(async () => {
      open.close()
      const store = await openStore({ uri, username, password })
      const { rows } = await store.query(
        'MATCH (a:Article) RETURN a.id',
        {},
        { maxRows: 1_000, timeoutMs: 60_000 },
      )
      for (const [id] of rows) await store.unload(String(id))
      await store.close()
    })
    // What they need beside the server is its password in a file.
    const wanted = blocks.filter((block) => needsNeo4j(block) || block.script.includes('> secrets/'))
    it.each(wanted)(
      'line $line',
      async (block) => {
        const { code, stdout, stderr } = await runBlock(block, open.folder, { rewrite })
        expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
        const shown = block.prints === null ? null : rewrite(block.prints)
        expect(asShown(stdout, shown)).toBe(shown)
      },
      240_000,
    )
  })
})
