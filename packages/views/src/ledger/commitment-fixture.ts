import type { CommitmentView } from '@mithaq/model'

/** A commitment for tests: «ستغادر القاعدة», with what a test wants otherwise. */
export const commitment = (id: string, more: Partial<CommitmentView> = {}): CommitmentView => ({
  id: `commitment:${id}`,
  kind: 'pledge',
  polarity: 'positive',
  certainty: 'certain',
  status: 'active',
  action: 'مغادرة القاعدة',
  quote: 'ستغادر القاعدة',
  start: 0,
  end: 14,
  committers: [{ id: 'actor:Q30', name: 'الولايات المتحدة' }],
  creditors: [],
  concerns: [],
  places: [{ id: 'place:Q858', name: 'سوريا', role: 'at' }],
  begins: null,
  due: null,
  statedBy: [{ id: 'actor:Q40469', name: 'أسوشيتد برس', named: true, verb: 'نقلت' }],
  article: { id: 'article:1', published: '2024-09-27' },
  ...more,
})
