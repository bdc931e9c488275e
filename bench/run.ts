/** `pnpm bench NAME`: runs one bench of this folder. */
const [name = ''] = process.argv.slice(2)
const BENCHES = ['dates', 'extract', 'load', 'names', 'resolution']

if (BENCHES.includes(name)) await import(`./${name}.ts`)
else {
  console.error(`pnpm bench NAME, where NAME is one of: ${BENCHES.join(', ')}`)
  process.exitCode = 2
}
