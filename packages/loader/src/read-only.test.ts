import { describe, expect, it } from 'vitest'
import { checkReadOnly, tokensOf } from './read-only.ts'

describe('tokens', () => {
  it.each([
    ['MATCH (n) RETURN n', ['MATCH', '(', 'n', ')', 'RETURN', 'n']],
    ["RETURN 'it\\'s // no comment' // a comment", ['RETURN', "'it\\'s // no comment'"]],
    ['RETURN "a""b"', ['RETURN', '"a"', '"b"']],
    ['/* one\ntwo */RETURN `a``b`', ['RETURN', '`a``b`']],
    ['RETURN n.العمر', ['RETURN', 'n', '.', 'العمر']],
    ['RETURN 1.5SET, $p', ['RETURN', '1.5', 'SET', ',', '$', 'p']],
    ["RETURN 'open", ['RETURN', "'open"]],
    ['RETURN /* open', ['RETURN']],
  ])('of %s', (cypher, tokens) => {
    expect([...tokensOf(cypher)].map(({ text }) => text)).toEqual(tokens)
  })
})

describe('questions that only read', () => {
  it.each([
    ['MATCH (n) RETURN n.set'],
    ['MATCH (n) RETURN n.name AS `CREATE`'],
    ['MATCH (n:Delete)-[:SET|MERGE]->(m:!Drop) RETURN n'],
    ['MATCH (n) WHERE n.x = $create RETURN {delete: 1} AS set'],
    ["RETURN 'CREATE (n)' AS x // DELETE"],
    ['CALL { MATCH (n) RETURN n } RETURN n'],
    ['MATCH (a) CALL (a) { RETURN 1 AS x } RETURN x'],
    ["CALL db.index.fulltext.queryNodes('names', 'x') YIELD node RETURN node"],
    ['RETURN 1;'],
    ['  // title: عنوان\nOPTIONAL MATCH (n) RETURN n'],
  ])('pass: %s', (cypher) => {
    expect(() => checkReadOnly(cypher)).not.toThrow()
  })

  it.each([
    ['CREATE (n)', 'begins with CREATE'],
    ['MATCH (n) SET n.x = 1', 'holds SET'],
    ['MATCH (n) dElEtE n', 'holds DELETE'],
    ['MATCH (n) WHERE n.x = 1SET n.x = 2', 'holds SET'],
    ['MATCH (n) WHERE n.x = 1.SET n.x = 2', 'holds SET'],
    ["MATCH (n) WHERE n.x = 'a' DETACH DELETE n", 'holds DETACH'],
    ['MATCH (n)/**/DELETE/**/n', 'holds DELETE'],
    ["MATCH (n) WHERE n.x = '\\\\' DELETE n", 'holds DELETE'],
    ["LOAD CSV FROM 'x' AS l RETURN l", 'begins with LOAD'],
    ["MATCH (n) LOAD CSV FROM 'x' AS l RETURN l", 'holds LOAD'],
    ['CALL dbms.listConfig()', 'calls dbms.listConfig'],
    ['CALL apoc.cypher.doIt("CREATE (n)", {})', 'calls apoc.cypher.doIt'],
    ['CALL `dbms`.`listConfig`()', 'calls'],
    ['CALL { USE other MATCH (n) RETURN n } RETURN n', 'holds USE'],
    ['RETURN 1; RETURN 2', 'more than one statement'],
    ['EXPLAIN MATCH (n) RETURN n', 'begins with EXPLAIN'],
    ['SHOW USERS', 'begins with SHOW'],
    ['GRANT ROLE admin TO x', 'begins with GRANT'],
    ['\\u0043REATE (n)', 'escape'],
    ['{', 'begins with {'],
  ])('do not: %s', (cypher, why) => {
    expect(() => checkReadOnly(cypher)).toThrow(why)
  })
})
