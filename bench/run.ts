/** `pnpm bench NAME`: runs one bench of this folder. */
const [name = ''] = process.argv.slice(2)
const BENCHES: Readonly<Record<string, string>> = {
  dates: './dates.ts',
  extract: './extract.ts',
  links: './links.ts',
  llm: './llm.ts',
  load: './load.ts',
  memory: './memory.ts',
  names: './names.ts',
  resolution: './resolution.ts',
  soak: './soak.ts',
  viewer: '../apps/viewer/bench/speed.ts',
}

const bench = BENCHES[name]
if (bench !== undefined) await import(bench)
else {
  console.error(`pnpm bench NAME, where NAME is one of: ${Object.keys(BENCHES).join(', ')}`)
  process.exitCode = 2
}
