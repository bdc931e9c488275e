import { open } from 'node:fs/promises'
import { exportGraph, importCommand, writeTables } from '@mithaq/loader'
import type { ExportFormat, GraphStore } from '@mithaq/loader'
import { note } from '../output/note.ts'
import { write } from '../output/stdout.ts'
import type { StoreFlags } from '../store/read-settings.ts'
import { withStore } from '../store/with-store.ts'

export interface ExportFlags extends StoreFlags {
  format: ExportFormat | 'csv' | 'neo4j-admin'
  out?: string
}

/** Write the graph of the store for other programs. */
export async function runExport(flags: ExportFlags): Promise<void> {
  const { format, out = '' } = flags
  await withStore(flags, 'read', async (store) => {
    if (format === 'csv' || format === 'neo4j-admin') {
      const tables = await writeTables(store, out, format)
      note(`${tables.nodes.length + tables.relations.length} files in ${out}`)
      if (format === 'neo4j-admin')
        await write(`${importCommand(out, tables).map(shellWord).join(' \\\n  ')}\n`)
    } else if (out === '') for await (const part of exportGraph(store, format)) await write(part)
    else await writeFile(store, format, out)
  })
}

async function writeFile(store: GraphStore, format: ExportFormat, path: string): Promise<void> {
  const file = await open(path, 'w')
  try {
    for await (const part of exportGraph(store, format)) await file.writeFile(part)
  } finally {
    await file.close()
  }
}

/** As a shell takes it: a folder's name may hold anything. */
const shellWord = (word: string): string =>
  /^[\w./:=+-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
