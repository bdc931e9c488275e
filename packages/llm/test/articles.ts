import { extract } from '@mithaq/extractor'
import type { ArticleGraph } from '@mithaq/model'
import type { Proposal } from '../src/proposal.ts'

/** The rules read the first undertaking, not the second. */
export const TEXT = `تعهدت قطر بتقديم مساعدات إلى لبنان قبل نهاية 2025.
وعلى كتائب النصر، بحسب الوسيط، أن تعيد الأسرى إلى غزة قبل 5 أيار 2025 إن توقف القصف.
طالب لبنان إسرائيل بسحب قواتها.
`

export const read = (text = TEXT): ArticleGraph => extract({ text, published: '2025-03-01' })

export const KNOWN: Proposal = {
  quote: 'تعهدت قطر بتقديم مساعدات إلى لبنان قبل نهاية 2025',
  trigger: 'تعهدت',
  action: 'تقديم مساعدات إلى لبنان',
  committers: ['قطر'],
  creditors: ['لبنان'],
  places: [],
  begins: null,
  due: 'قبل نهاية 2025',
  condition: null,
  sources: [],
  kind: 'pledge',
  polarity: 'positive',
  certainty: 'certain',
}

export const NEW: Proposal = {
  ...KNOWN,
  quote: 'وعلى كتائب النصر، بحسب الوسيط، أن تعيد الأسرى إلى غزة قبل 5 أيار 2025 إن توقف القصف',
  trigger: 'على',
  action: 'تعيد الأسرى إلى غزة',
  committers: ['كتائب النصر'],
  creditors: [],
  places: [{ name: 'غزة', role: 'toward' }],
  due: 'قبل 5 أيار 2025',
  condition: 'إن توقف القصف',
  sources: ['الوسيط'],
  kind: 'obligation',
}
