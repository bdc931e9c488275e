/** A real Neo4j server without docker: its jars by Maven, its home in a folder that goes with it. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { appendFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
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
  /** Its certificate, where it takes TLS. */
  certificate: string
  /** Ends the process as a crash would; its data stay. */
  kill(): Promise<void>
  /** Starts it again on the same data, and waits until it takes queries. */
  restart(): Promise<void>
  /** Ends the process and removes its home. */
  stop(): Promise<void>
}

export interface Neo4jSettings {
  password?: string
  boltPort?: number
  /** A command of neo4j-admin that fills the database before the server starts, e.g. `['database', 'import', …]`. */
  admin?: readonly string[]
  /** It also takes TLS, with a certificate that it signed itself for 127.0.0.1. */
  tls?: boolean
}

/** Why this machine cannot run one, or with TLS one, or undefined when it can. */
export async function whatIsMissing({ tls = false } = {}): Promise<string | undefined> {
  for (const [command, flag] of [
    ['java', '-version'] as const,
    ['mvn', '--version'] as const,
    ...(tls ? [['openssl', 'version'] as const] : []),
  ]) {
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
export async function startNeo4j(settings: Neo4jSettings = {}): Promise<Neo4jServer> {
  const jars = await fetchJars()
  const home = await mkdtemp(join(tmpdir(), 'mithaq-neo4j-'))
  const password = settings.password ?? randomBytes(12).toString('base64url')
  const boltPort = settings.boltPort ?? (await freePort())
  const address = { uri: `bolt://127.0.0.1:${boltPort}`, username: 'neo4j', password }
  const certificate = join(home, 'tls', 'public.crt')
  await configure(home, boltPort)
  if (settings.tls) await configureTls(home, certificate)
  if (settings.admin) {
    const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') }
    // It writes its report where it stands.
    await run('java', javaArguments(jars, home, ADMIN, settings.admin), { env, cwd: home })
  }
  const launch = (): ChildProcess => spawn('java', javaArguments(jars, home, SERVER), { stdio: 'ignore' })
  let child = launch()
  const server: Neo4jServer = {
    ...address,
    certificate,
    kill: () => end(child),
    async restart() {
      child = launch()
      await untilReady({ address, child, home, password })
    },
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
    await untilReady({ address, child, home, password: FIRST_PASSWORD })
    return server
  } catch (error) {
    await server.stop()
    throw error
  }
}

const SERVER = 'org.neo4j.server.CommunityEntryPoint'
const ADMIN = 'org.neo4j.cli.AdminTool'

const javaArguments = (
  jars: string,
  home: string,
  main: string,
  rest: readonly string[] = [`--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`],
): string[] => [
  '-Xms256m',
  '-Xmx512m',
  // Half the time to start, on the one or two processors of a test machine.
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  ...['java.nio', 'java.io', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
  '-cp',
  jars,
  main,
  ...rest,
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

async function configureTls(home: string, certificate: string): Promise<void> {
  const folder = dirname(certificate)
  await mkdir(folder)
  const subject = '-subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1'
  await run('openssl', [
    ...`req -x509 -newkey rsa:2048 -nodes -days 2 ${subject}`.split(' '),
    '-keyout',
    join(folder, 'private.key'),
    '-out',
    certificate,
  ])
  const lines = [
    'server.bolt.tls_level=OPTIONAL',
    'dbms.ssl.policy.bolt.enabled=true',
    `dbms.ssl.policy.bolt.base_directory=${folder}`,
    'dbms.ssl.policy.bolt.private_key=private.key',
    'dbms.ssl.policy.bolt.public_certificate=public.crt',
    'dbms.ssl.policy.bolt.client_auth=NONE',
  ]
  await appendFile(join(home, 'conf', 'neo4j.conf'), `${lines.join('\n')}\n`)
}

interface Starting {
  address: Neo4jAddress
  child: ChildProcess
  home: string
  /** The one it has; a new server wants it changed, over Bolt, where no list of processes shows it. */
  password: string
}

async function untilReady({ address, child, home, password }: Starting): Promise<void> {
  const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, password), {
    maxTransactionRetryTime: 1,
  })
  const [question, params, database] =
    password === address.password
      ? ['RETURN 1', {}, 'neo4j']
      : [
          'ALTER CURRENT USER SET PASSWORD FROM $from TO $to',
          { from: password, to: address.password },
          'system',
        ]
  try {
    for (const deadline = Date.now() + 90_000; ;) {
      try {
        await driver.executeQuery(question, params, { database })
        return
      } catch (error) {
        if (child.exitCode !== null || Date.now() > deadline)
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
