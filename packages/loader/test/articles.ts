/** Five articles as records, written for these tests: they share actors, places and dates. */
import { buildRecord, type EntityDraft, type RecordDraft } from './build-record.ts'

const us = {
  kind: 'actor',
  type: 'Country',
  name: 'الولايات المتحدة',
  en: 'United States',
  wikidata: 'Q30',
  iso: 'US',
} satisfies EntityDraft

const iraq = {
  kind: 'actor',
  type: 'Country',
  name: 'العراق',
  en: 'Iraq',
  wikidata: 'Q796',
  iso: 'IQ',
} satisfies EntityDraft

const iraqLand = { ...iraq, kind: 'place' } satisfies EntityDraft

const asad = {
  kind: 'place',
  type: 'Facility',
  name: 'عين الأسد',
  en: 'Ain al-Asad',
  wikidata: 'Q4119813',
  location: { latitude: 33.7856, longitude: 42.4412 },
} satisfies EntityDraft

const harir = { kind: 'place', type: 'Facility', name: 'حرير', en: 'Harir' } satisfies EntityDraft

const agency = {
  kind: 'actor',
  type: 'Media',
  name: 'رويترز',
  en: 'Reuters',
  wikidata: 'Q130879',
} satisfies EntityDraft

const officials = {
  kind: 'actor',
  type: 'Group',
  name: 'مسؤولون أميركيون',
  named: false,
} satisfies EntityDraft

/** A joint agreement on leaving a base, said by unnamed officials to an agency, with a condition and a place to go. */
export const withdrawalDraft: RecordDraft = {
  text: 'بغداد - قال مسؤولون أميركيون لوكالة رويترز إن الولايات المتحدة والعراق اتفقا على انسحاب القوات من قاعدة عين الأسد إلى حرير في العراق قبل نهاية سبتمبر 2025 إذا توقفت الهجمات. وتعهدت الولايات المتحدة بحماية المستشارين.',
  title: 'اتفاق على الانسحاب من عين الأسد',
  publisher: 'رويترز',
  url: 'https://example.org/withdrawal',
  published: '2024-09-27',
  entities: {
    us,
    iraq: { ...iraq, as: ['العراق'] },
    iraqLand: { ...iraqLand, as: ['العراق'] },
    asad,
    harir,
    agency,
    officials,
  },
  dates: { 'سبتمبر 2025': '2025-09' },
  statements: {
    agency: {
      by: ['agency'],
      cue: 'لوكالة رويترز',
      content: 'قال مسؤولون أميركيون لوكالة رويترز إن الولايات المتحدة والعراق اتفقا',
    },
    officials: {
      by: ['officials'],
      cue: 'قال',
      content: 'الولايات المتحدة والعراق اتفقا على انسحاب القوات من قاعدة عين الأسد إلى حرير',
      quotedIn: 'agency',
    },
  },
  commitments: [
    {
      evidence: 'اتفقا على انسحاب القوات من قاعدة عين الأسد إلى حرير في العراق قبل نهاية سبتمبر 2025',
      action: 'انسحاب القوات من قاعدة عين الأسد',
      actionEn: 'withdrawal of the forces from Ain al-Asad',
      by: ['us', 'iraq'],
      kind: 'agreement',
      eventClass: 'RETREAT',
      places: [
        { id: 'asad', role: 'from' },
        { id: 'harir', role: 'toward' },
      ],
      due: '2025-09',
      condition: 'إذا توقفت الهجمات',
      in: 'officials',
    },
    {
      evidence: 'وتعهدت الولايات المتحدة بحماية المستشارين',
      action: 'حماية المستشارين',
      by: ['us'],
      eventClass: 'SUPPORT',
    },
  ],
  ties: [
    ['asad', 'WITHIN', 'iraqLand', 'عين الأسد'],
    ['iraq', 'TERRITORY', 'iraqLand', 'العراق'],
  ],
}

export const withdrawal = buildRecord(withdrawalDraft)

/** Refusals, one said by a named person; an open date. */
export const refusalDraft: RecordDraft = {
  text: 'أعلن المتحدث باسم الحكومة العراقية باسم العوادي أن العراق لن يسمح ببقاء القوات في عين الأسد بعد 31 ديسمبر 2026. وقال: "لن نمدد المهلة".',
  title: 'بغداد ترفض تمديد المهلة',
  published: '2025-01-10',
  entities: {
    iraq: { ...iraq, as: ['العراق'] },
    government: { kind: 'actor', type: 'Government', name: 'الحكومة العراقية', en: 'Government of Iraq' },
    spokesman: { kind: 'actor', type: 'Person', name: 'باسم العوادي' },
    asad,
    iraqLand: { ...iraqLand, as: ['العراق'] },
  },
  dates: { '31 ديسمبر 2026': '2026-12-31' },
  statements: {
    spoken: {
      by: ['spokesman'],
      cue: 'أعلن',
      content: 'العراق لن يسمح ببقاء القوات في عين الأسد بعد 31 ديسمبر 2026',
    },
    quoted: { by: ['spokesman'], cue: 'وقال', content: 'لن نمدد المهلة', mode: 'direct' },
  },
  commitments: [
    {
      evidence: 'لن يسمح ببقاء القوات في عين الأسد بعد 31 ديسمبر 2026',
      action: 'بقاء القوات في عين الأسد',
      by: ['iraq'],
      kind: 'refusal',
      polarity: 'negative',
      places: [{ id: 'asad', role: 'at' }],
      begins: '2027-01-01/..',
      in: 'spoken',
    },
    {
      evidence: 'لن نمدد المهلة',
      action: 'تمديد المهلة',
      by: ['government'],
      kind: 'refusal',
      polarity: 'negative',
      in: 'quoted',
    },
  ],
  ties: [
    ['spokesman', 'PART_OF', 'government', 'المتحدث باسم الحكومة العراقية باسم العوادي'],
    ['government', 'PART_OF', 'iraq', 'الحكومة العراقية'],
    ['asad', 'WITHIN', 'iraqLand', 'عين الأسد'],
  ],
}

export const refusal = buildRecord(refusalDraft)

/** The same two actors as in the first, other spellings, an amount. */
export const aidDraft: RecordDraft = {
  text: 'ستقدم الولايات المتّحدة إلى العراق مساعدات بنحو 500 مليون دولار بحلول عام 2026، بحسب بيان للبنتاغون. وتعتزم واشنطن توسيع التعاون.',
  publisher: 'وكالة الأنباء العراقية',
  url: 'https://example.org/aid',
  published: '2025-03-01',
  entities: {
    us: { ...us, as: ['الولايات المتّحدة', 'واشنطن'] },
    iraq: { ...iraq, as: ['العراق'] },
    pentagon: {
      kind: 'actor',
      type: 'Government',
      name: 'البنتاغون',
      en: 'Pentagon',
      wikidata: 'Q11209',
      as: ['لبنتاغون'],
    },
  },
  dates: { 'عام 2026': '2026' },
  statements: {
    statement: { by: ['pentagon'], cue: 'بحسب بيان', content: 'ستقدم الولايات المتّحدة إلى العراق مساعدات' },
  },
  commitments: [
    {
      evidence: 'ستقدم الولايات المتّحدة إلى العراق مساعدات بنحو 500 مليون دولار بحلول عام 2026',
      action: 'تقديم مساعدات',
      by: ['us'],
      kind: 'plan',
      certainty: 'probable',
      eventClass: 'AID',
      origin: 'llm',
      to: ['iraq'],
      due: '2026',
      quantity: { value: 500_000_000, unit: 'USD', approximate: true },
      in: 'statement',
    },
    {
      evidence: 'وتعتزم واشنطن توسيع التعاون',
      action: 'توسيع التعاون',
      by: ['us'],
      kind: 'plan',
      eventClass: 'COOPERATE',
    },
  ],
  ties: [['pentagon', 'PART_OF', 'us', 'لبنتاغون']],
}

export const aid = buildRecord(aidDraft)

/** Words that would be harm elsewhere: quotes, backticks, Cypher, markup, a line separator. */
export const hostile = buildRecord({
  text: 'تعهد "`]-() DETACH DELETE n //" بأن يلتزم\u2028 \'}) MATCH (n) DELETE n; // ${x} <script>alert(1)</script> ثم 😀 غادر.',
  title: `x'}) DETACH DELETE n RETURN "`,
  publisher: '`); DROP CONSTRAINT actor_id; //',
  id: "o'brien`%22//",
  entities: {
    attacker: { kind: 'actor', type: 'Group', name: '"`]-() DETACH DELETE n //' },
    place: { kind: 'place', type: 'City', name: "'}) MATCH (n) DELETE n; //" },
  },
  commitments: [
    {
      evidence: 'بأن يلتزم\u2028',
      action: "'; MATCH (n) DETACH DELETE n; //",
      by: ['attacker'],
      places: [{ id: 'place', role: 'at' }],
    },
  ],
})

/** An article that says nothing. */
export const empty = buildRecord({ text: 'لا جديد اليوم.', published: '2025-05-05', entities: {} })

/** What became of commitments: amended, restated, contradicted, fulfilled. */
export const followUp = buildRecord({
  text: 'تعهدت الولايات المتحدة بإخلاء المعسكر قبل نهاية سبتمبر 2025، ثم مددت المهلة إلى نهاية سبتمبر 2026. وأكدت من جديد أنها ستخلي المعسكر، لكن قائداً فيه قال إنها لن تخليه. ووعد العراق الولايات المتحدة بتأمين الطريق، وأمّن الطريق أمس.',
  title: 'مهلة جديدة لإخلاء المعسكر',
  published: '2025-06-20',
  entities: {
    us,
    iraq: { ...iraq, as: ['العراق'] },
    commander: { kind: 'actor', type: 'Person', name: 'قائد في المعسكر', named: false, as: ['قائداً فيه'] },
  },
  dates: { 'سبتمبر 2025': '2025-09', 'سبتمبر 2026': '2026-09' },
  statements: { denied: { by: ['commander'], cue: 'قال', content: 'إنها لن تخليه' } },
  commitments: [
    {
      evidence: 'تعهدت الولايات المتحدة بإخلاء المعسكر قبل نهاية سبتمبر 2025',
      action: 'إخلاء المعسكر',
      by: ['us'],
      due: '2025-09',
      eventClass: 'RETREAT',
    },
    {
      evidence: 'مددت المهلة إلى نهاية سبتمبر 2026',
      action: 'تمديد مهلة إخلاء المعسكر',
      by: ['us'],
      kind: 'decision',
      due: '2026-09',
    },
    { evidence: 'وأكدت من جديد أنها ستخلي المعسكر', action: 'إخلاء المعسكر', by: ['us'] },
    {
      evidence: 'لن تخليه',
      action: 'إخلاء المعسكر',
      by: ['us'],
      kind: 'refusal',
      polarity: 'negative',
      in: 'denied',
    },
    {
      evidence: 'ووعد العراق الولايات المتحدة بتأمين الطريق',
      action: 'تأمين الطريق',
      by: ['iraq'],
      to: ['us'],
    },
    { evidence: 'وأمّن الطريق أمس', action: 'تأمين الطريق', by: ['iraq'], kind: 'decision' },
  ],
  ties: [
    ['#1', 'AMENDS', '#0', 'مددت المهلة إلى نهاية سبتمبر 2026'],
    ['#2', 'RESTATES', '#0', 'وأكدت من جديد أنها ستخلي المعسكر'],
    ['#3', 'CONTRADICTS', '#0', 'لن تخليه'],
    ['#5', 'FULFILS', '#4', 'وأمّن الطريق أمس'],
  ],
})

export const articles = [withdrawal, refusal, aid, hostile, empty]
