import { defineConfig } from 'vitest/config'

const unit = {
  name: 'unit',
  testTimeout: 30_000,
  hookTimeout: 30_000,
  // One lexicon a worker, not one a file: no test mocks a module or leaves anything behind.
  isolate: false,
  include: ['packages/*/{src,test}/**/*.test.ts', 'apps/*/{src,test}/**/*.test.{ts,tsx}'],
  exclude: ['**/*.neo4j.test.ts', '**/*.browser.test.ts', '**/node_modules/**'],
}

export default defineConfig({
  test: {
    // By default one core is left idle; on a machine of two that is half of it.
    maxWorkers: '100%',
    // A test that prints is a test that nobody reads.
    onConsoleLog: (log) => {
      throw new Error(`console output in a test: ${log}`)
    },
    projects: [
      { extends: true, test: unit },
      {
        extends: true,
        test: {
          name: 'neo4j',
          include: ['{packages,apps}/*/test/**/*.neo4j.test.ts', 'test/**/*.neo4j.test.ts'],
          globalSetup: ['packages/loader/test/neo4j-setup.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        // What the repository promises as a whole: the commands that people read, the site, the packages, the
        // licences. Each starts processes of its own.
        test: {
          name: 'repository',
          include: ['test/**/*.test.ts'],
          testTimeout: 60_000,
          exclude: ['**/*.neo4j.test.ts'],
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['apps/viewer/e2e/**/*.browser.test.ts'],
          globalSetup: ['apps/viewer/e2e/browser-setup.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A picture of a page takes a second on a busy machine.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
})
