import { type FieldMap, mapFields } from '@mithaq/ingest'
import { readRecord } from './parse-article.ts'
import { failed, type Source } from './source.ts'

/** The same sources, their records with our names for their fields; records of the extractor's stay as they are. */
export async function* mapSources(sources: AsyncIterable<Source>, map: FieldMap): AsyncGenerator<Source> {
  for await (const source of sources) {
    try {
      const record = readRecord(source)
      yield { ...source, content: { record: 'schema' in record ? record : await mapFields(record, map) } }
    } catch (error) {
      yield failed(source.where, error as Error)
    }
  }
}
