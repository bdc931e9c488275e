import { spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Block } from './read-blocks.ts'
import { whyLeftOut } from './left-out.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/**
 * `mithaq` as a command. What goes on until it is stopped is stopped, as by Ctrl-C, when it has said that it is ready.
 */
const MITHAQ = `#!/usr/bin/env bash
run=(node '${join(ROOT, 'apps/cli/bin/mithaq.js')}')
case " $* " in
  *' serve '*) more=(--no-open --port 0); ready='http://' ;;
  *' --watch '*) more=(); ready='Watching' ;;
  *) exec "\${run[@]}" "$@" ;;
esac
said="$(mktemp)"
"\${run[@]}" "$@" "\${more[@]}" > >(tee "$said") 2> >(tee -a "$said" >&2) &
pid=$!
for _ in $(seq 300); do
  if grep -q "$ready" "$said"; then kill -INT "$pid"; wait "$pid"; exit; fi
  sleep 0.2
done
kill -KILL "$pid"
echo "it did not get ready: mithaq $*" >&2
exit 1
`

/** From a clone the command is `npx pnpm@10 mithaq`. */
const NPX = `#!/usr/bin/env bash
[ "$1" = pnpm@10 ] && shift
[ "$1" = -s ] && shift
if [ "$1" = mithaq ]; then shift; exec mithaq "$@"; fi
echo "no test runs this: npx $*; say why in test/docs/left-out.ts" >&2
exit 127
`

/** A folder to read a page in: the clone's examples, and an article of one's own. */
export function openFolder(): { folder: string; close: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'mithaq-docs-'))
  const bin = join(folder, '.bin')
  mkdirSync(bin)
  for (const [name, script] of Object.entries({ mithaq: MITHAQ, npx: NPX })) {
    writeFileSync(join(bin, name), script)
    chmodSync(join(bin, name), 0o755)
  }
  for (const name of ['examples', 'cypher', 'deploy', 'packages'])
    symlinkSync(join(ROOT, name), join(folder, name))
  cpSync(join(ROOT, 'examples/01-iraq-turkey-communique.txt'), join(folder, 'article.txt'))
  return { folder, close: () => rmSync(folder, { recursive: true, force: true }) }
}

export interface Ran {
  code: number | null
  stdout: string
  stderr: string
}

/** Run a block's commands in a folder, those apart that `left-out.ts` names. */
export async function runBlock(
  { script }: Block,
  folder: string,
  {
    env = {},
    rewrite = (text) => text,
  }: { env?: NodeJS.ProcessEnv; rewrite?: (script: string) => string } = {},
): Promise<Ran> {
  const kept = script
    .split('\n')
    .filter((line) => whyLeftOut(line) === undefined)
    .join('\n')
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:NEO4J_|INIT_CWD|MITHAQ_)/u.test(name),
  )
  const child = spawn('bash', ['-euo', 'pipefail', '-c', rewrite(kept)], {
    cwd: folder,
    env: {
      ...Object.fromEntries(inherited),
      CI: '1',
      PATH: `${join(folder, '.bin')}:${process.env['PATH']}`,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await code, stdout, stderr }
}

/** What needs a Neo4j names one. */
export const needsNeo4j = ({ script }: Block): boolean => /NEO4J_URI=|--to (?:neo4j|bolt)/u.test(script)
