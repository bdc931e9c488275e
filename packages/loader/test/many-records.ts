/** Small articles by number, which share actors, a place and a date, as news of one week do. */
import type { ArticleGraph } from '@mithaq/model'
import { buildRecord } from './build-record.ts'

export const manyRecords = (count: number, from = 0): ArticleGraph[] =>
  Array.from({ length: count }, (_, i) => recordOf(from + i))

function recordOf(i: number): ArticleGraph {
  const ministry = `وزارة ${i % 40}`
  return buildRecord({
    id: `many-${i}`,
    text: `تعهدت ${ministry} بإنجاز المشروع ${i} في أربيل قبل نهاية سبتمبر 2025.`,
    published: '2025-03-01',
    entities: {
      ministry: { kind: 'actor', type: 'Government', name: ministry },
      city: { kind: 'place', type: 'City', name: 'أربيل', geonames: '95446' },
    },
    dates: { 'سبتمبر 2025': '2025-09' },
    commitments: [
      {
        evidence: `تعهدت ${ministry} بإنجاز المشروع ${i}`,
        action: `إنجاز المشروع ${i}`,
        by: ['ministry'],
        places: [{ id: 'city', role: 'at' }],
        due: '2025-09',
      },
    ],
  })
}
