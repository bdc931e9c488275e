/**
 * `pnpm check:deps`: what is known of the packages that we ship. Licences outside the list and known advisories end
 * it with 1; what is deprecated, a major version behind or long unpublished is told. Needs the registry.
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { isAllowed, licenceOf, shippedPackages } from './licences.ts'

const run = promisify(execFile)
const YEAR_MS = 365.25 * 24 * 3_600_000
const LONG_YEARS = 3

/** What a command prints as JSON; package managers end with 1 where they find something. */
async function jsonOf(command: string, ...args: string[]): Promise<unknown> {
  const { stdout } = await run(command, args, { maxBuffer: 1 << 26 }).catch(
    (error: unknown) => error as { stdout: string },
  )
  try {
    return JSON.parse(stdout)
  } catch {
    return undefined
  }
}

const pnpm = (...args: string[]): Promise<unknown> => jsonOf('npx', '--yes', 'pnpm@10', ...args)

const shipped = shippedPackages()
const refused = shipped.filter((each) => !isAllowed(licenceOf(each)))
for (const each of refused) console.log(`licence not allowed: ${each.name} ${each.license}`)
console.log(`licences: ${shipped.length} packages, ${refused.length} not allowed`)

const audit = (await pnpm('audit', '--prod', '--json')) as
  | { advisories?: Record<string, { module_name: string; severity: string; title: string; url: string }> }
  | undefined
const advisories = audit?.advisories && Object.values(audit.advisories)
for (const { module_name: name, severity, title, url } of advisories ?? [])
  console.log(`advisory (${severity}): ${name}: ${title} ${url}`)
console.log(
  advisories
    ? `advisories: ${advisories.length}`
    : 'advisories: NOT KNOWN, since the registry did not answer the question; ask from a machine that reaches it',
)

const outdated = (await pnpm('outdated', '-r', '--prod', '--json')) as
  | Record<string, { current: string; latest: string; isDeprecated: boolean }>
  | undefined
if (!outdated) console.log('newer versions: NOT KNOWN, since the registry did not answer the question')
for (const [name, { current, latest, isDeprecated }] of Object.entries(outdated ?? {})) {
  if (isDeprecated) console.log(`deprecated: ${name} ${current}`)
  if (current.split('.')[0] !== latest.split('.')[0])
    console.log(`a major version behind: ${name} ${current}, ${latest} is out`)
}

const workspace = (await pnpm('list', '-r', '--prod', '--depth', '0', '--json')) as {
  dependencies?: Record<string, { version: string }>
}[]
const direct = new Set(
  workspace.flatMap(({ dependencies = {} }) =>
    Object.entries(dependencies).flatMap(([name, { version }]) =>
      version.startsWith('link:') ? [] : [name],
    ),
  ),
)
const ages = await Promise.all([...direct].sort().map(async (name) => [name, await yearsOf(name)] as const))
for (const [name, years] of ages) {
  if (years === undefined) console.log(`not known to the registry: ${name}`)
  else if (years > LONG_YEARS) console.log(`nothing published for ${years.toFixed(1)} years: ${name}`)
}
console.log(`freshness: ${direct.size} direct dependencies looked at`)
if (refused.length > 0 || (advisories?.length ?? 0) > 0) process.exitCode = 1

/** Since anything was published of a package. */
async function yearsOf(name: string): Promise<number | undefined> {
  const times = (await jsonOf('npm', 'view', name, 'time', '--json')) as Record<string, string> | undefined
  const { created: _, modified: __, ...versions } = times ?? {}
  const published = Object.values(versions).map((time) => Date.parse(time))
  return published.length === 0 ? undefined : (Date.now() - Math.max(...published)) / YEAR_MS
}
