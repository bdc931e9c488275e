import { describe, expect, it } from 'vitest'
import { NO_CHOICE } from '@mithaq/views'
import { FIRST_VIEW, formatView, parseView } from './view-state.ts'
import type { ViewState } from './view-state.ts'

const view = (patch: Partial<ViewState>): ViewState => ({ ...FIRST_VIEW, ...patch })

describe('the address of a view', () => {
  it.each<[string, ViewState]>([
    ['the first view', FIRST_VIEW],
    ['a commitment', view({ commitment: 'commitment:0123abcd', lang: 'en' })],
    ['a place by an authority', view({ focus: 'place:geonames:98182', index: 'places' })],
    ['a day and a theme', view({ asOf: '2025-10-01', theme: 'dark' })],
    ['an Arabic search', view({ query: 'عين الأسد & حرير = ؟' })],
    [
      'a narrowed table',
      view({
        stage: 'table',
        sorting: 'published',
        descending: true,
        grouping: 'actor',
        choice: { ...NO_CHOICE, kind: ['plan', 'wish'], article: ['article:a,b&c'], from: '2025-01-01' },
      }),
    ],
    [
      'a worked-on drawing',
      view({
        focus: 'actor:Q796',
        hops: 2,
        picked: ['actor:Q796', 'place:a,b&c'],
        path: true,
        removed: ['date:2025-09'],
        expanded: ['actor:Q43'],
        pins: [{ id: 'actor:x,1,y', x: -12, y: 40 }],
      }),
    ],
    [
      'a question, and words',
      view({
        stage: 'questions',
        cypher: 'RETURN "أ&=#"\nLIMIT 1',
        params: { actor: 'العراق & تركيا', day: '2025-01-01' },
        said: 'statement:1',
      }),
    ],
    ['every kind shown', view({ hidden: [], mentions: true })],
    ['other kinds hidden', view({ hidden: ['Place', 'Date'] })],
  ])('is read back: %s', (_, expected) => {
    expect(parseView(formatView(expected))).toEqual(expected)
  })

  it('says nothing of what is as at first', () => {
    expect(formatView(FIRST_VIEW)).toBe('')
  })

  it.each([
    ['#lang=fr&theme=neon&index=all', FIRST_VIEW],
    ['#hide=Nothing,Article', view({ hidden: ['Article'] })],
    ['#asOf=yesterday&from=soon', FIRST_VIEW],
    ['#stage=moon&sort=luck&group=2&hops=9&pin=1,x&pin=99999999,1,a', FIRST_VIEW],
    ['#%E0%A4%A', FIRST_VIEW],
  ])('survives nonsense: %s', (hash, expected) => {
    expect(parseView(hash)).toEqual(expected)
  })
})
