/** One record as it lies in a file or a stream: a broken one stops nothing but itself. */
export interface Source {
  /** Where it stands, for messages: `news.jsonl:12`, `a.txt`, `feed.xml#3`, `stdin:3`. */
  where: string
  /** A line of JSONL not yet decoded, a record, perhaps with more said of it beside its file, or what could not be read. */
  content:
    | { line: Buffer; encoding?: string | undefined }
    | { record: object; sidecar?: string }
    | { failure: Error }
  /** What it took of the input. */
  bytes?: number
}

export const failed = (where: string, failure: Error): Source => ({ where, content: { failure } })
