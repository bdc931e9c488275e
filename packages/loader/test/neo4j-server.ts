/** A real Neo4j server without docker: its jars by Maven, its home in a folder that goes with it. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import neo4j from 'neo4j-driver'

const run = promisify(execFile)

const POM = fileURLToPath(new URL('../neo4j/pom.xml', import.meta.url))
const FIRST_PASSWORD = 'neo4j'
const CACHE = fileURLToPath(new URL('../../../.neo4j', import.meta.url))

/** A type, not an interface, so that vitest may hand it to tests. */
export type Neo4jAddress = { uri: string; username: string; password: string }

export interface Neo4jServer extends Neo4jAddress {
  process: ChildProcess
  /** Ends the process and removes its home. */
  stop(): Promise<void>
}

/** Why this machine cannot run one, or undefined when it can. */
export async function whatIsMissing(): Promise<string | undefined> {
  for (const [command, flag] of [
    ['java', '-version'],
    ['mvn', '--version'],
  ] as const) {
    if (command === 'mvn' && (await cachedJars()) !== undefined) continue
    try {
      await run(command, [flag])
    } catch {
      return `${command} is not installed`
    }
  }
  return undefined
}

/** Starts one on free ports and waits until it takes queries. */
export async function startNeo4j(
  options: { password?: string; boltPort?: number } = {},
): Promise<Neo4jServer> {
  const jars = await fetchJars()
  const home = await mkdtemp(join(tmpdir(), 'mithaq-neo4j-'))
  const password = options.password ?? randomBytes(12).toString('base64url')
  const boltPort = options.boltPort ?? (await freePort())
  await configure(home, boltPort)
  const child = spawn('java', serverArguments(jars, home), { stdio: 'ignore' })
  const server: Neo4jServer = {
    uri: `bolt://127.0.0.1:${boltPort}`,
    username: 'neo4j',
    password,
    process: child,
    async stop() {
      await end(child)
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  // A test run that is killed takes its server with it.
  process.once('exit', () => {
    child.kill('SIGKILL')
    rmSync(home, { recursive: true, force: true })
  })
  try {
    await untilReady(server, home)
    return server
  } catch (error) {
    await server.stop()
    throw error
  }
}

const serverArguments = (jars: string, home: string): string[] => [
  '-Xms256m',
  '-Xmx512m',
  // Half the time to start, on the one or two processors of a test machine.
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  ...['java.nio', 'java.io', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
  '-cp',
  jars,
  'org.neo4j.server.CommunityEntryPoint',
  `--home-dir=${home}`,
  `--config-dir=${join(home, 'conf')}`,
]

async function configure(home: string, boltPort: number): Promise<void> {
  await mkdir(join(home, 'conf'))
  const lines = [
    `server.bolt.listen_address=127.0.0.1:${boltPort}`,
    'server.http.enabled=false',
    'server.memory.pagecache.size=128m',
    'dbms.usage_report.enabled=false',
  ]
  await writeFile(join(home, 'conf', 'neo4j.conf'), `${lines.join('\n')}\n`)
}

/** A new server wants its password changed; over Bolt, where no list of processes shows it. */
async function untilReady(server: Neo4jServer, home: string): Promise<void> {
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.username, FIRST_PASSWORD), {
    maxTransactionRetryTime: 1,
  })
  try {
    for (const deadline = Date.now() + 90_000; ;) {
      try {
        await driver.executeQuery(
          'ALTER CURRENT USER SET PASSWORD FROM $from TO $to',
          { from: FIRST_PASSWORD, to: server.password },
          { database: 'system' },
        )
        return
      } catch (error) {
        if (server.process.exitCode !== null || Date.now() > deadline)
          throw new Error(`Neo4j did not start: ${await lastLog(home)}`, { cause: error })
        await new Promise((resolve) => setTimeout(resolve, 250))
      }
    }
  } finally {
    await driver.close()
  }
}

async function lastLog(home: string): Promise<string> {
  const log = await readFile(join(home, 'logs', 'neo4j.log'), 'utf8').catch(() => 'no log')
  return log.slice(-2_000)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

/** The class path, downloading what it names once; the folder is named after the version in the pom. */
async function fetchJars(): Promise<string> {
  const cached = await cachedJars()
  if (cached !== undefined) return cached
  const target = await jarFolder()
  const aside = `${target}.${process.pid}`
  await run('mvn', ['-q', '-B', '-f', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${aside}`])
  // Whole or not at all, also when two fetch at once.
  if (existsSync(target)) await rm(aside, { recursive: true })
  else await rename(aside, target)
  return join(target, '*')
}

async function cachedJars(): Promise<string | undefined> {
  const folder = await jarFolder()
  const files = await readdir(folder).catch(() => [])
  return files.length > 0 ? join(folder, '*') : undefined
}

async function jarFolder(): Promise<string> {
  const version = /<artifactId>neo4j<\/artifactId>\s*<version>([^<]+)</u.exec(
    await readFile(POM, 'utf8'),
  )?.[1]
  if (version === undefined) throw new Error(`${POM} names no version of neo4j`)
  return join(CACHE, `lib-${version}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
