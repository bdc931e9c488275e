/**
 * News of undertakings over the years, as records: a few actors in most of it and many in little, as many words as
 * there is news (Heaps), some of it restated, amended, refused or done.
 */
import type { ArticleGraph, Deed } from '../../packages/model/src/index.ts'
import { buildRecord, type EntityDraft } from '../../packages/loader/test/build-record.ts'

const COMMITMENTS = 4
const PER_DAY = 5
const DAY = 86_400_000
const HEADS = ['سحب', 'نقل', 'بناء', 'إرسال', 'تمويل', 'تدريب', 'فتح', 'إغلاق', 'تسليم', 'توقيع']
const LETTERS = 'بتثجحخدذرزسشصضطظعغفقكلمنهوي'

export function undertakings(count: number, from = 0): ArticleGraph[] {
  return Array.from({ length: count }, (_, i) => recordOf(from + i))
}

/** What the article says is drawn by its number: the same for a number, however many there are. */
function recordOf(i: number): ArticleGraph {
  const draw = randomOf(i)
  const published = new Date(Date.UTC(2000, 0, 1) + Math.floor(i / PER_DAY) * DAY).toISOString().slice(0, 10)
  const entities: Record<string, EntityDraft> = {}
  const lines = Array.from({ length: COMMITMENTS }, (_, k) => {
    const actor = `فاعل ${rank(draw(), 50 + Math.sqrt(i) * 20)}`
    entities[`a${k}`] = { kind: 'actor', type: 'Organization', name: actor }
    // One in ten speaks again of what was undertaken lately.
    const topic =
      draw() < 0.1 ? Math.max(0, i - 1 - Math.floor(draw() * 50)) * COMMITMENTS + k : i * COMMITMENTS + k
    const action = actionOf(topic, i)
    return {
      actor: `a${k}`,
      name: actor,
      action,
      amends: draw() < 0.3,
      refuses: draw() < 0.05,
      done: draw() < 0.1,
    }
  })
  const text = lines.map(({ name, action }, k) => `${k}: تعهد ${name} ${action}`).join('. ')
  const record = buildRecord({
    id: `links-${i}`,
    text,
    published,
    entities,
    commitments: lines.map(({ actor, name, action, amends, refuses }, k) => ({
      evidence: `${k}: تعهد ${name} ${action}`,
      action,
      by: [actor],
      due: amends
        ? `${Number(published.slice(0, 4)) + 1}-06-30`
        : `${Number(published.slice(0, 4)) + 1}-03-31`,
      polarity: refuses ? 'negative' : 'positive',
    })),
  })
  record.deeds = lines
    .map(({ done }, k) => [done, record.commitments[k]!] as const)
    .filter(([done]) => done)
    .map(([, { evidence, action, committers }]): Deed => ({
      evidence,
      action,
      actors: committers,
      places: [],
      on: null,
    }))
  return record
}

function actionOf(topic: number, i: number): string {
  const draw = randomOf(topic + 1_000_003)
  const known = 200 + Math.sqrt(i) * 60
  return [
    HEADS[Math.floor(draw() * HEADS.length)]!,
    ...[1, 2, 3].map(() => wordOf(rank(draw(), known))),
  ].join(' ')
}

/** Zipf's law: the first of `among` as often as the second and third together. */
const rank = (share: number, among: number): number => Math.floor(among ** share)

function wordOf(n: number): string {
  let word = 'م'
  for (let rest = n + 30; rest > 0; rest = Math.floor(rest / LETTERS.length))
    word += LETTERS[rest % LETTERS.length]
  return word
}

/** Mulberry32, by Tommy Ettinger: the same numbers everywhere. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
