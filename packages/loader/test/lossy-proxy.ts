/** A way to a Neo4j on which acknowledgements get lost: it cuts the line once the server has committed. */
import { connect, createServer, type Socket } from 'node:net'

/** The Bolt message COMMIT, as the driver frames it. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00])

export interface LossyProxy {
  uri: string
  /** Commits whose acknowledgement has been lost. */
  lost: number
  /** So many more are to be lost. */
  lose(count: number): void
  close(): Promise<void>
}

/** @param losses how many commits to lose the answer of, from the first on */
export async function startLossyProxy(uri: string, losses = 0): Promise<LossyProxy> {
  const { hostname, port } = new URL(uri)
  const sockets = new Set<Socket>()
  let toLose = losses
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname)
    let committing = false
    client.on('data', (data) => {
      committing ||= proxy.lost < toLose && data.includes(COMMIT)
      upstream.write(data)
    })
    upstream.on('data', (data) => {
      if (committing) {
        // It answers only when it has committed.
        proxy.lost += 1
        client.destroy()
        upstream.destroy()
      } else client.write(data)
    })
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one)
      one
        .on('error', () => other.destroy())
        .on('close', () => {
          sockets.delete(one)
          other.destroy()
        })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const proxy: LossyProxy = {
    uri: `bolt://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    lost: 0,
    lose: (count) => void (toLose += count),
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return proxy
}
