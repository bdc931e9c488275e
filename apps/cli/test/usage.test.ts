import { describe, expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { mithaq, mithaqProcess, temporaryDirectory } from './run-mithaq.ts'

describe('wrong usage says what is wrong on stderr and exits with 2', () => {
  it.each([
    [[], /Usage: mithaq/u],
    [['extrct'], /Did you mean extract\?/u],
    [['extract', '--fromat', 'csv'], /Did you mean --format\?/u],
    [['extract', '--format', 'ttl', '-'], /Allowed choices are jsonl, json, csv, table/u],
    [['extract', '--published', '2024-02-30', '-'], /a day that exists/u],
    [['load', '--to', 'http://localhost:7474', '-'], /address for browsers/u],
    [['load', '--to', 'neo4j://neo4j:hunter2@localhost', '-'], /^(?!.*hunter2).*NEO4J_PASSWORD/u],
    [['load', '--to', 'bolt://x', '--store', 'y', '-'], /cannot be used with/u],
    [['query'], /no question/u],
    [['query', '@no-such'], /No question @no-such; there are: @/u],
    [['query', 'RETURN 1', '--param', 'x'], /name=value/u],
    [['query', 'RETURN 1', '--limit', '0'], /above 0/u],
    [['commitments', '--status', 'late'], /Allowed choices are/u],
    [['commitments', 'x'], /too many arguments/u],
    [['serve', '--port', '70000'], /0 to 65535/u],
  ])('%j', async (args, says) => {
    const { code, stdout, stderr } = await mithaq(args, { cwd: temporaryDirectory() })
    expect(stderr).toMatch(says)
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })
})

describe('the process', () => {
  it.each([
    [['--version'], 0, /^$/u],
    [['extract', 'gone.txt'], 1, /^gone\.txt: no such file/u],
    [['extrct'], 2, /^mithaq: unknown command/u],
  ])('%j ends with %i', async (args, code, says) => {
    const run = await mithaqProcess(args, { cwd: temporaryDirectory() })
    expect(run).toMatchObject({ code, stderr: expect.stringMatching(says) })
  })
})

describe('help and version are answers', () => {
  it.each([
    [['--help'], /^Usage: mithaq[\s\S]*Examples:/u],
    [['extract', '-h'], /^Usage: mithaq extract[\s\S]*Examples:/u],
    [['--version'], new RegExp(`^${manifest.version}\n$`, 'u')],
  ])('%j', async (args, says) => {
    expect(await mithaq(args)).toEqual({ code: 0, stderr: '', stdout: expect.stringMatching(says) })
  })
})
