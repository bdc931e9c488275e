/** The packages as somebody else gets them: packed, installed in an empty project, run in Node and in Chromium. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findChromium } from '../apps/viewer/e2e/find-chromium.ts'
import { extract } from '../packages/extractor/src/index.ts'

// Each test starts a process or two.
vi.setConfig({ testTimeout: 60_000 })

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PACKAGES = ['model', 'extractor', 'loader']
const run = promisify(execFile)

/** The blocks of the how-to, by the name in their first line. */
const blocks = new Map(
  [
    ...readFileSync(join(ROOT, 'docs/how-to/use-as-a-library.md'), 'utf8').matchAll(
      /^```ts\n\/\/ (\S+)\n((?:(?!^```)[^])*)^```$/gmu,
    ),
  ].map(([, name = '', source = '']) => [name, source]),
)
const NODE_BLOCKS = ['article.ts', 'dates.ts', 'graph.ts', 'check.ts']

let project: string
let tarballs: string[]

beforeAll(async () => {
  const packs = mkdtempSync(join(tmpdir(), 'mithaq-packages-'))
  project = mkdtempSync(join(tmpdir(), 'mithaq-library-'))
  const names = PACKAGES.flatMap((name) => ['--filter', `@mithaq/${name}`])
  await run('npx', ['--yes', 'pnpm@10', '-r', ...names, 'pack', '--pack-destination', packs], { cwd: ROOT })
  tarballs = readdirSync(packs).map((name) => join(packs, name))
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs], { cwd: project })
  for (const [name, source] of blocks) writeFileSync(join(project, name), source)
}, 240_000)
afterAll(() => {
  rmSync(project, { recursive: true })
  rmSync(join(tarballs[0]!, '..'), { recursive: true })
})

it('packages carry one version, which the changelog tells of', () => {
  const versions = ['.', ...PACKAGES.map((name) => `packages/${name}`)].map((folder) => {
    const manifest = readFileSync(join(ROOT, folder, 'package.json'), 'utf8')
    return (JSON.parse(manifest) as { version: string }).version
  })
  expect(new Set(versions).size).toBe(1)
  expect(versions[0]).toMatch(/^\d+\.\d+\.\d+$/u)
  expect(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')).toContain(`\n## ${versions[0]}`)
})

it('every package passes publint, and brings its licence and no TypeScript runner', async () => {
  for (const name of PACKAGES) {
    const folder = join(project, 'node_modules/@mithaq', name)
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    const { messages } = await publint({ pkgDir: folder, strict: true, pack: false })
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([])
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(['LICENSE', 'NOTICE', 'README.md', 'dist', 'src']),
    )
    expect(manifest.dependencies).not.toHaveProperty('tsx')
    expect(Object.values(manifest.dependencies).join()).not.toMatch(/workspace|catalog/u)
  }
})

it.each([
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
])('types hold with module %s and moduleResolution %s, libraries checked too', async (module, resolution) => {
  const options =
    `--module ${module} --moduleResolution ${resolution} --outDir out-${module} --strict --target es2023 --lib es2023,dom,dom.iterable --types`.split(
      ' ',
    )
  const files = [...blocks.keys()].filter((name) => name.endsWith('.ts'))
  const compiled = run(
    process.execPath,
    [join(ROOT, 'node_modules/typescript/bin/tsc'), ...options, '', ...files],
    { cwd: project },
  ).then(
    () => '',
    (error: unknown) => (error as { stdout: string }).stdout,
  )
  expect(await compiled).toBe('')
})

it.each(NODE_BLOCKS)('%s of the how-to prints what it says', async (name) => {
  const source = blocks.get(name)!
  const promised = [...source.matchAll(/^ *console\.log\(.*\) \/\/ (.*)$/gmu)].map(([, said]) => said)
  expect(promised.length).toBeGreaterThan(1)
  const compiled = join('out-nodenext', name.replace(/ts$/u, 'js'))
  const { stdout, stderr } = await run(process.execPath, [compiled], { cwd: project })
  expect(stdout.trim().split('\n')).toEqual(promised)
  expect(stderr).toBe('')
})

const example = (name: string): string => readFileSync(join(ROOT, 'examples', name), 'utf8')

const executablePath = findChromium()
if (executablePath === undefined && process.env['MITHAQ_REQUIRE_ALL'] === '1')
  throw new Error('browser tests are required, but there is no Chromium: set CHROMIUM_PATH, or install one')

describe.skipIf(executablePath === undefined)('in Chromium', () => {
  const articles = [
    { text: example('01-iraq-turkey-communique.txt'), published: '2012-01-10' },
    { text: example('03-water-director-interview.txt') },
    { text: '<script>\u202e', title: 'نص' },
  ]

  it('reads articles on the page and in a worker as Node does, and says what to do before its words are there', async () => {
    writeFileSync(
      join(project, 'ours.ts'),
      `import { extract, loadData } from '@mithaq/extractor'
import { loadDateWords, parseDates } from '@mithaq/extractor/dates'

const refused = (read: () => unknown): unknown => { try { return read() } catch (error) { return error.code } }
const read = async (articles) => {
  const early = [refused(() => parseDates('غدا', { reference: null })), refused(() => extract({ text: 'نص' }))]
  await loadDateWords()
  const dates = parseDates('حتى سبتمبر 2026', { reference: null }).map(({ edtf }) => edtf)
  const halfway = refused(() => extract({ text: 'وصل فلان الفلاني.' }))
  const wrong = await loadData({ words: '/nowhere.json' }).catch(({ code }) => code)
  await loadData()
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const inWorker = []
  for (const article of articles) {
    worker.postMessage(article)
    inWorker.push(await new Promise((resolve) => worker.addEventListener('message', ({ data }) => resolve(data), { once: true })))
  }
  return { early, dates, halfway, wrong, onPage: articles.map((article) => extract(article)), inWorker }
}
Object.assign(globalThis, { read })`,
    )
    writeFileSync(
      join(project, 'index.html'),
      '<!doctype html><body><script type="module" src="./page.ts"></script></body>',
    )
    writeFileSync(
      join(project, 'ours.html'),
      '<!doctype html><script type="module" src="./ours.ts"></script>',
    )
    await build({
      root: project,
      configFile: false,
      logLevel: 'error',
      build: {
        rolldownOptions: { input: [join(project, 'index.html'), join(project, 'ours.html')] },
        target: 'es2023',
      },
      worker: { format: 'es' },
    })
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url!, 'http://localhost')
      try {
        const file = readFileSync(join(project, 'dist', pathname))
        const type = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' }[
          extname(pathname)
        ]
        response.setHeader('content-type', type ?? 'application/octet-stream')
        response.end(file)
      } catch {
        response.writeHead(404).end()
      }
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const browser = await chromium.launch({
      executablePath: executablePath!,
      args: ['--no-sandbox', '--disable-gpu'],
    })
    try {
      const page = await browser.newPage()
      await page.goto(`http://127.0.0.1:${port}/index.html`)
      await page.waitForFunction('document.body.innerText !== ""')
      expect(await page.innerText('body')).toBe('تقديم مساعدات إلى لبنان')

      await page.goto(`http://127.0.0.1:${port}/ours.html`)
      const answers = await page.evaluate(
        (articles) =>
          (globalThis as unknown as { read: (articles: unknown) => Promise<object> }).read(articles),
        articles,
      )
      const read = articles.map((article) => extract(article))
      expect(answers).toEqual({
        early: ['not-loaded', 'not-loaded'],
        dates: ['2026-09'],
        halfway: 'not-loaded',
        wrong: 'not-fetched',
        onPage: read,
        inWorker: read,
      })
    } finally {
      await browser.close()
      server.close()
    }
  }, 120_000)
})
