import { expect, it } from 'vitest'
import { isOurs } from './host-check.ts'

it.each([
  ['localhost:4848', [], '127.0.0.1', 4848],
  ['127.0.0.1:4848', [], '127.0.0.1', 4848],
  ['[::1]:4848', [], '::1', 4848],
  ['localhost', [], '127.0.0.1', 80],
  ['localhost', [], undefined, undefined],
  ['192.0.2.7:4848', [], '::ffff:192.0.2.7', 4848],
  ['[2001:db8::7]:4848', [], '2001:db8::7', 4848],
  ['news.example:4848', ['news.example'], '127.0.0.1', 4848],
  ['news.example', ['NEWS.example'], '127.0.0.1', 80],
  ['tunnel.example:9000', ['tunnel.example:9000'], '127.0.0.1', 4848],
] as const)('%s with %j at %s:%s is ours', (host, added, address, port) => {
  expect(isOurs(host, added, address, port)).toBe(true)
})

it.each([
  ['evil.example:4848', [], '127.0.0.1', 4848],
  ['evil.example', [], undefined, undefined],
  ['localhost:9999', [], '127.0.0.1', 4848],
  ['localhost', [], '127.0.0.1', 4848],
  ['localhost.evil.example:4848', [], '127.0.0.1', 4848],
  ['127.0.0.1.evil.example:4848', [], '127.0.0.1', 4848],
  ['192.0.2.7:4848', [], '127.0.0.1', 4848],
  ['localhost:4848@evil.example', [], '127.0.0.1', 4848],
  ['', [], '127.0.0.1', 4848],
] as const)('%s with %j at %s:%s is not', (host, added, address, port) => {
  expect(isOurs(host, added, address, port)).toBe(false)
})
