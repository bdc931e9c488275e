import type { HttpBindings } from '@hono/node-server'
import { createMiddleware } from 'hono/factory'
import { ApiError } from './errors.ts'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * Refuse a request that names a host we do not go by. A page of another site can point its own name
 * at 127.0.0.1 (DNS rebinding) and would then read the answers as its own; what it cannot change is
 * the Host header, which still carries its name.
 *
 * @param hosts names beside the loopback ones and the address that was connected to; with a port, only that port
 */
export const hostCheck = (hosts: readonly string[]) =>
  createMiddleware<{ Bindings: Partial<HttpBindings> }>(async (c, next) => {
    const socket = c.env?.incoming?.socket
    const host = (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase()
    if (!isOurs(host, hosts, socket?.localAddress, socket?.localPort)) {
      throw new ApiError(
        421,
        'wrong-host',
        'This server does not answer to that Host. Use http://127.0.0.1, or start it with --answer-to NAME.',
      )
    }
    await next()
  })

/** True for a Host header that names this server; without a port known (no socket), any port will do. */
export function isOurs(host: string, added: readonly string[], address?: string, port?: number): boolean {
  const match = /^(\[[0-9a-f:.]+\]|[^:\s]+)(?::(\d+))?$/u.exec(host)
  if (!match) return false
  const [, name = '', given] = match
  const names = new Set(LOOPBACK)
  for (const one of added) names.add(one.toLowerCase())
  if (address !== undefined) names.add(bracketed(address))
  // A name added with its port is behind a tunnel, where the port is not ours.
  if (given !== undefined && names.has(host)) return true
  return names.has(name) && (port === undefined || Number(given ?? 80) === port)
}

/** An address as a URL writes it; an IPv4 address seen through an IPv6 socket loses its `::ffff:`. */
const bracketed = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/u, '')
  return plain.includes(':') ? `[${plain}]` : plain
}
