/**
 * The vocabulary as data: the one table that the loader's constraints, the viewer's legend, the
 * documentation and the tests read. Labels and relations are the product's public interface, since
 * analysts write Cypher against them.
 */

/** What a property holds in the graph, so that every store writes the same types. */
export type PropertyType =
  | 'string'
  | 'string[]'
  | 'integer'
  | 'integer[]'
  | 'float'
  | 'boolean'
  | 'date'
  | 'point'

/** A name for people, in the two languages of the product. */
export interface Term {
  ar: string
  en: string
}

export interface NodeKind extends Term {
  /** Second labels a node of this kind may carry, e.g. `Actor` + `Country`. */
  subtypes: readonly string[]
  properties: Readonly<Record<string, PropertyType>>
  /** The published vocabulary that the kind follows. */
  standard: string
}

export interface RelationKind extends Term {
  from: readonly string[]
  to: readonly string[]
  properties: Readonly<Record<string, PropertyType>>
}

const EVIDENCE = { evidence: 'string[]', rule: 'string', basis: 'string' } as const
/** Between commitments: the words of both sides, the newer first, and why. */
const LINK = { ...EVIDENCE, reason: 'string' } as const
const SPAN = { quote: 'string', start: 'integer', end: 'integer' } as const

export const NODES = {
  Article: {
    ar: 'مقال',
    en: 'Article',
    subtypes: [],
    properties: {
      id: 'string',
      title: 'string',
      publisher: 'string',
      url: 'string',
      published: 'date',
      publishedBasis: 'string',
      sha256: 'string',
      /** The id of the article that carried the same report before. */
      copyOf: 'string',
      text: 'string',
      /** Where the furniture of the page lies: [start, end, …]. */
      boilerplate: 'integer[]',
    },
    standard: 'schema:NewsArticle, prov:Entity',
  },
  Actor: {
    ar: 'فاعل',
    en: 'Actor',
    subtypes: ['Person', 'Country', 'Government', 'Organization', 'ArmedGroup', 'Media', 'Group'],
    properties: {
      id: 'string',
      name: 'string',
      nameEn: 'string',
      aliases: 'string[]',
      wikidata: 'string',
      iso: 'string',
      named: 'boolean',
    },
    standard: 'FollowTheMoney LegalEntity; CAMEO/PLOVER actor',
  },
  Place: {
    ar: 'مكان',
    en: 'Place',
    subtypes: ['Country', 'Region', 'City', 'Facility', 'Water'],
    properties: {
      id: 'string',
      name: 'string',
      nameEn: 'string',
      aliases: 'string[]',
      wikidata: 'string',
      geonames: 'string',
      iso: 'string',
      location: 'point',
    },
    standard: 'GeoNames; schema:Place',
  },
  Date: {
    ar: 'تاريخ',
    en: 'Date',
    subtypes: [],
    /** `start` and `end` are both inclusive days; absent = open. */
    properties: { id: 'string', start: 'date', end: 'date', precision: 'string', label: 'string' },
    standard: 'time:ProperInterval; EDTF (ISO 8601-2)',
  },
  Statement: {
    ar: 'تصريح',
    en: 'Statement',
    subtypes: [],
    properties: { id: 'string', verb: 'string', mode: 'string', ...SPAN },
    standard: 'PARC attribution: source, cue, content',
  },
  Commitment: {
    ar: 'التزام',
    en: 'Commitment',
    subtypes: [],
    properties: {
      id: 'string',
      kind: 'string',
      polarity: 'string',
      certainty: 'string',
      action: 'string',
      actionEn: 'string',
      eventClass: 'string',
      condition: 'string',
      quantity: 'float',
      unit: 'string',
      approximate: 'boolean',
      rule: 'string',
      /** Who read it; absent where the rules alone read the article. */
      origin: 'string',
      ...SPAN,
    },
    standard: 'social commitment C(debtor, creditor, antecedent, consequent) of Singh; PLOVER event class',
  },
} as const satisfies Record<string, NodeKind>

export const RELATIONS = {
  COMMITS_TO: { ar: 'يلتزم بـ', en: 'commits to', from: ['Actor'], to: ['Commitment'], properties: EVIDENCE },
  OWED_TO: { ar: 'لصالح', en: 'owed to', from: ['Commitment'], to: ['Actor'], properties: EVIDENCE },
  CONCERNS: { ar: 'يعني', en: 'concerns', from: ['Commitment'], to: ['Actor'], properties: EVIDENCE },
  AT: { ar: 'في', en: 'at', from: ['Commitment'], to: ['Place'], properties: EVIDENCE },
  FROM: { ar: 'من', en: 'from', from: ['Commitment'], to: ['Place'], properties: EVIDENCE },
  TOWARD: { ar: 'إلى', en: 'toward', from: ['Commitment'], to: ['Place'], properties: EVIDENCE },
  BEGINS: { ar: 'يبدأ', en: 'begins', from: ['Commitment'], to: ['Date'], properties: EVIDENCE },
  DUE: { ar: 'موعده', en: 'due', from: ['Commitment'], to: ['Date'], properties: EVIDENCE },
  STATED: { ar: 'صرّح', en: 'stated', from: ['Actor'], to: ['Statement'], properties: EVIDENCE },
  ASSERTS: { ar: 'مضمونه', en: 'asserts', from: ['Statement'], to: ['Commitment'], properties: EVIDENCE },
  QUOTES: { ar: 'ينقل عن', en: 'quotes', from: ['Statement'], to: ['Statement'], properties: EVIDENCE },
  IN: { ar: 'ورد في', en: 'in', from: ['Statement', 'Commitment'], to: ['Article'], properties: EVIDENCE },
  MENTIONS: {
    ar: 'يذكر',
    en: 'mentions',
    from: ['Article'],
    to: ['Actor', 'Place', 'Date'],
    properties: { ...EVIDENCE, count: 'integer', spans: 'integer[]' },
  },
  WITHIN: { ar: 'ضمن', en: 'within', from: ['Place'], to: ['Place'], properties: EVIDENCE },
  PART_OF: { ar: 'تابع لـ', en: 'part of', from: ['Actor'], to: ['Actor'], properties: EVIDENCE },
  TERRITORY: { ar: 'إقليمه', en: 'territory', from: ['Actor'], to: ['Place'], properties: EVIDENCE },
  RESTATES: { ar: 'يكرر', en: 'restates', from: ['Commitment'], to: ['Commitment'], properties: LINK },
  AMENDS: { ar: 'يعدّل', en: 'amends', from: ['Commitment'], to: ['Commitment'], properties: LINK },
  CONTRADICTS: {
    ar: 'يناقض',
    en: 'contradicts',
    from: ['Commitment'],
    to: ['Commitment'],
    properties: LINK,
  },
  /** An article that reports it done, or a commitment that does it. */
  FULFILS: {
    ar: 'ينفّذ',
    en: 'fulfils',
    from: ['Commitment', 'Article'],
    to: ['Commitment'],
    properties: LINK,
  },
} as const satisfies Record<string, RelationKind>

/** Every closed list of values, with its names for people. Order is the order of legends. */
export const ENUMS = {
  kind: {
    pledge: { ar: 'تعهد', en: 'pledge' },
    agreement: { ar: 'اتفاق', en: 'agreement' },
    decision: { ar: 'قرار', en: 'decision' },
    plan: { ar: 'خطة', en: 'plan' },
    obligation: { ar: 'واجب', en: 'obligation' },
    refusal: { ar: 'رفض', en: 'refusal' },
    wish: { ar: 'رغبة', en: 'wish' },
  },
  polarity: {
    positive: { ar: 'إيجابي', en: 'positive' },
    negative: { ar: 'سلبي', en: 'negative' },
  },
  certainty: {
    certain: { ar: 'مؤكد', en: 'certain' },
    probable: { ar: 'مرجّح', en: 'probable' },
    possible: { ar: 'محتمل', en: 'possible' },
  },
  status: {
    pending: { ar: 'لم يحن', en: 'pending' },
    active: { ar: 'سارٍ', en: 'active' },
    due: { ar: 'مستحق', en: 'due' },
    overdue: { ar: 'فات موعده', en: 'overdue' },
    fulfilled: { ar: 'منفّذ', en: 'fulfilled' },
    amended: { ar: 'معدّل', en: 'amended' },
    withdrawn: { ar: 'مسحوب', en: 'withdrawn' },
  },
  /** Who read a commitment: see `packages/llm`. */
  origin: {
    rules: { ar: 'القواعد', en: 'the rules' },
    llm: { ar: 'نموذج لغوي', en: 'a language model' },
    both: { ar: 'القواعد ونموذج لغوي', en: 'the rules and a language model' },
  },
  mode: {
    direct: { ar: 'اقتباس مباشر', en: 'direct quote' },
    indirect: { ar: 'كلام منقول', en: 'indirect speech' },
    narrated: { ar: 'سرد', en: 'narration' },
  },
  basis: {
    stated: { ar: 'مذكور', en: 'stated' },
    implied: { ar: 'مستنتج', en: 'implied' },
  },
  publishedBasis: {
    given: { ar: 'معطى', en: 'given' },
    stated: { ar: 'مذكور في النص', en: 'stated in the text' },
    inferred: { ar: 'مستنتج', en: 'inferred' },
  },
  actorType: {
    Person: { ar: 'شخص', en: 'person' },
    Country: { ar: 'دولة', en: 'country' },
    Government: { ar: 'حكومة', en: 'government' },
    Organization: { ar: 'منظمة', en: 'organization' },
    ArmedGroup: { ar: 'جماعة مسلحة', en: 'armed group' },
    Media: { ar: 'وسيلة إعلام', en: 'media' },
    Group: { ar: 'مجموعة', en: 'group' },
  },
  placeType: {
    Country: { ar: 'بلد', en: 'country' },
    Region: { ar: 'منطقة', en: 'region' },
    City: { ar: 'مدينة', en: 'city' },
    Facility: { ar: 'منشأة', en: 'facility' },
    Water: { ar: 'مسطح مائي', en: 'water' },
  },
  /** The sixteen of PLOVER as POLECAT uses them, for the action committed to. */
  eventClass: {
    AGREE: { ar: 'اتفاق', en: 'agree' },
    CONSULT: { ar: 'تشاور', en: 'consult' },
    SUPPORT: { ar: 'دعم', en: 'support' },
    COOPERATE: { ar: 'تعاون', en: 'cooperate' },
    AID: { ar: 'معونة', en: 'aid' },
    CONCEDE: { ar: 'تنازل', en: 'concede' },
    RETREAT: { ar: 'انسحاب', en: 'retreat' },
    REQUEST: { ar: 'طلب', en: 'request' },
    ACCUSE: { ar: 'اتهام', en: 'accuse' },
    REJECT: { ar: 'رفض', en: 'reject' },
    THREATEN: { ar: 'تهديد', en: 'threaten' },
    PROTEST: { ar: 'احتجاج', en: 'protest' },
    SANCTION: { ar: 'عقوبات', en: 'sanction' },
    MOBILIZE: { ar: 'تعبئة', en: 'mobilize' },
    COERCE: { ar: 'إكراه', en: 'coerce' },
    ASSAULT: { ar: 'اعتداء', en: 'assault' },
  },
} as const satisfies Record<string, Readonly<Record<string, Term>>>

export type NodeLabel = keyof typeof NODES
export type Relation = keyof typeof RELATIONS
export type EnumName = keyof typeof ENUMS

/** The values of an enumeration as a tuple, in the table's order: what `z.enum` wants. */
export function valuesOf<E extends EnumName>(name: E): [EnumValue<E>, ...EnumValue<E>[]] {
  return Object.keys(ENUMS[name]) as [EnumValue<E>, ...EnumValue<E>[]]
}

export type EnumValue<E extends EnumName> = Extract<keyof (typeof ENUMS)[E], string>

export const NODE_LABELS = Object.keys(NODES) as NodeLabel[]
export const RELATION_TYPES = Object.keys(RELATIONS) as Relation[]
