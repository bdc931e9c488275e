/** Commands of the pages that no test runs as they stand, each with the reason. A line is left out of its block. */
export const LEFT_OUT: readonly (readonly [line: RegExp, reason: string])[] = [
  [
    /^npx pnpm@10 (?:start|test|build|docs:build|mithaq demo)\b/u,
    'installs, or runs all of this again; start is tried in apps/cli/test/serve.test.ts',
  ],
  [/^alias mithaq=/u, 'for an interactive shell; the tests have a command of that name'],
  [
    /\bdocker (?:compose|run|build)\b/u,
    'needs docker; test/deployment.test.ts holds the files to their schema',
  ],
  [/^npx pnpm@10 neo4j\b/u, 'starts a server of its own; the tests have one, of the same jars'],
  [/\bmithaq fetch https:/u, 'goes to the web; apps/cli/test/fetch.test.ts fetches from servers of its own'],
  [/ --llm /u, 'asks a language model; apps/cli/test/llm.test.ts plays one'],
  [/^mithaq (?:load graphs\.jsonl$|score gold\/ )/u, 'reads what a language model was asked, see above'],
  [
    /^(?:npx pnpm@10 -r --filter .* pack\b|mkdir my-project\b|npm install \/tmp\/)/u,
    'packs and installs; test/library.test.ts does it in a project of its own',
  ],
  [/^spark-submit\b/u, 'needs Spark; deploy/spark/check.py runs it by hand'],
  [/\bexport --html\b/u, 'needs the viewer built; apps/viewer/e2e builds it and reads such a site'],
]

/** Why a line is not run; undefined for one that is. */
export const whyLeftOut = (line: string): string | undefined =>
  LEFT_OUT.find(([pattern]) => pattern.test(line.trim()))?.[1]
