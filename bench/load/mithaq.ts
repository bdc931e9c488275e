/** Our side: records from a file into the graph, and the same ones once more. */
import { openStore } from '../../packages/loader/src/index.ts'
import { address, records, timed } from './measure.ts'

const store = await openStore(address)
await timed('mithaq, first load', () => store.load(records()))
await timed('mithaq, without changes', () => store.load(records()))
await store.close()
process.disconnect?.()
