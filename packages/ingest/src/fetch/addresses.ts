import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { buildConnector } from 'undici'
import { IngestError } from '../errors.ts'

/** Whether an address is one of the public internet: not this machine's, this network's, or kept for other uses. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  // ::ffff:127.0.0.1 is 127.0.0.1.
  return ipaddr.process(address).range() === 'unicast'
}

/**
 * A connector that reaches public addresses alone. A name may answer otherwise each time it is asked (DNS
 * rebinding), so that the check is on the very addresses that are connected to, and once more on the socket.
 */
export function publicConnector(timeout: number): buildConnector.connector {
  const connect = buildConnector({ timeout, lookup: lookupPublic })
  return (options, done) => {
    const host = options.hostname.replace(/^\[|\]$/gu, '')
    if (ipaddr.isValid(host) && !isPublic(host)) return done(refused(host), null)
    return connect(options, (error, socket) => {
      if (error || !socket) return done(error ?? new Error('no connection'), null)
      const { remoteAddress = '' } = socket
      if (isPublic(remoteAddress)) return done(null, socket)
      socket.destroy()
      return done(refused(remoteAddress), null)
    })
  }
}

const lookupPublic: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, [])
    const hidden = found.find(({ address }) => !isPublic(address))
    // One that is not public among several is a mistake or a trap.
    if (hidden) return done(refused(hidden.address), [])
    return options.all ? done(null, found) : done(null, found[0]!.address, found[0]!.family)
  })
}

const refused = (address: string): IngestError =>
  new IngestError(
    'private-address',
    `it is at ${address}, which is no public address; if that is meant, allow it with --allow-private`,
  )
