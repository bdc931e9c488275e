import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { plain } from '../output/plain.ts'
import { absent, well } from './finding.ts'
import type { Finding } from './finding.ts'

const run = promisify(execFile)

interface Tool {
  part: string
  /** Tried in turn; the first that answers is it. */
  commands: readonly (readonly [string, ...string[]])[]
  without: string
}

const TOOLS: readonly Tool[] = [
  {
    part: 'docker',
    commands: [['docker', 'version', '--format', '{{.Server.Version}}']],
    without: 'no engine: only `docker compose up` needs it',
  },
  {
    part: 'Java',
    commands: [['java', '-version']],
    without: 'not found: the tests against a real Neo4j need 17 or newer (apt install default-jre-headless)',
  },
  {
    part: 'Maven',
    commands: [['mvn', '--version']],
    without: 'not found: fetches Neo4j for its tests (apt install maven)',
  },
  {
    part: 'Chromium',
    commands: [
      ['chromium', '--version'],
      ['chromium-browser', '--version'],
      ['google-chrome', '--version'],
    ],
    without: 'not found: the tests of the viewer in a browser need it (apt install chromium)',
  },
]

/** Programs that some tests and the Neo4j of `docker compose` use; nothing else needs them. */
export const findTools = (): Promise<Finding[]> =>
  Promise.all(
    TOOLS.map(async ({ part, commands, without }) => {
      for (const command of commands) {
        const version = await versionOf(command)
        if (version !== undefined) return well(part, version)
      }
      return absent(part, without)
    }),
  )

async function versionOf([program, ...args]: readonly [string, ...string[]]): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await run(program, args, { timeout: 10_000 })
    return /\d+[\w.+-]*/u.exec(plain(stdout || stderr))?.[0]
  } catch {
    return undefined
  }
}
