/** What the rules of the record are called, what each looks for, and where it is written. */
import { CALENDAR_RULES } from '../dates/rules/calendar.ts'
import { NAME_RULES } from '../dates/rules/names.ts'
import { NUMBER_RULES } from '../dates/rules/numbers.ts'
import { PART_RULES } from '../dates/rules/parts.ts'
import { RANGE_RULES } from '../dates/rules/ranges.ts'
import { RELATIVE_RULES } from '../dates/rules/relative.ts'
import { SPAN_RULES } from '../dates/rules/spans.ts'
import type { RuleNote } from './explanation.ts'

type Rules = readonly (readonly [file: string, rules: Readonly<Record<string, string>>])[]

const COMMITMENT_RULES: Rules = [
  [
    'commitments/performatives.ts',
    {
      'performative-verb':
        'a verb that undertakes by being said, and the action that it governs: «تعهدت قطر بتقديم …»',
      'performative-noun': 'a noun that undertakes, and the action that it governs: «رفضها تأكيد …»',
      'performative-deictic': 'an undertaking that points back to an action: «تعهدت بذلك»',
    },
  ],
  [
    'commitments/futures.ts',
    {
      future: 'a verb of the future with its subject: «ستغادر القوات …»',
      'future-passive': 'a future that carries a noun and names nobody who does it: «سيتم الإعلان عن …»',
      'future-negated': '«لن» and a verb: a refusal',
      modal: 'a phrase that sets a verb in the future: «من المقرر أن …»',
      'modal-passive': 'such a phrase with a noun that nobody is named to do: «من المقرر أن يتم توقيع …»',
      'future-negated-passive': '«لن» with a noun that nobody is named to do: «لن يتم التفاوض على …»',
      'modal-noun': 'such a phrase with a noun: «من المقرر وصول الوفد»',
    },
  ],
  [
    'commitments/following.ts',
    {
      following:
        'what goes on in the future by و, or is done during a visit: «ستبني مدارس وتفتح مستشفيات»، «زيارة يبحث خلالها …»',
    },
  ],
  [
    'commitments/absolutes.ts',
    {
      absolute:
        'nothing of a kind, no objection to it, or what is not to be thought of: «لا تراجع عن …»، «لا مانع من …»، «… غير وارد»',
    },
  ],
  ['commitments/clefts.ts', { cleft: 'what is meant, behind «هو»: «ما نسعى إليه هو وقف دائم للقتال»' }],
  [
    'commitments/stances.ts',
    {
      stance: 'what a stance is said to be against: «موقفها الرافض لإقامة قواعد»',
      'turned-down': 'what was put to somebody, before the verb that turns it down: «مقترحات رفضها الوفد»',
    },
  ],
  [
    'commitments/no-choice.ts',
    { 'no-choice': 'what somebody has no choice but to do: «لم يعد أمام الحكومة سوى رفع الأسعار»' },
  ],
  [
    'commitments/continuing.ts',
    {
      continuing: 'what goes on: «يواصل العراق التعاون»',
      scheduled: 'the present with a day to come: «يزور بغداد الخميس المقبل»',
    },
  ],
  ['commitments/headlines.ts', { headline: 'the present of a headline: «قطر تشتري سندات مصرية»' }],
  [
    'commitments/measures.ts',
    { measure: 'a measure that is announced, told by a verbal noun: «أعلنت … إنهاء المهمة»' },
  ],
  [
    'commitments/stipulations.ts',
    { stipulation: 'terms that an agreement adds: «، على أن تدخل حيز التنفيذ …»' },
  ],
  ['commitments/provisions.ts', { provision: 'what a deal provides for: «تنص المسودة على أن تجمد إيران …»' }],
  [
    'commitments/under-deal.ts',
    {
      'under-deal': 'what is done under a deal: «بموجب الاتفاق تنسحب …»',
      exchange: 'what is given for what: «مقابل …»',
    },
  ],
  ['commitments/items.ts', { item: 'an item of a communiqué: «أولاً: تتسلم الحكومة …»' }],
]

const NAMES: Rules = [
  [
    'entities/read-thing.ts',
    {
      gazetteer: 'a name of the registries',
      'gazetteer-alias': 'another name that the registries give',
    },
  ],
  [
    'entities/read-title.ts',
    { office: 'an office without a name, that of whoever held it on the day or was named with it' },
  ],
  [
    'entities/read-person.ts',
    {
      'title-known-name': 'a title and a person of the registry',
      'title-name': 'a title announces the name behind it',
      'title-joined-name': 'a second name that و joins to one with a title',
    },
  ],
  [
    'entities/read-at.ts',
    {
      'bare-name': 'a known given name opens a person’s name',
      'cued-name': 'a byline or a like word announces a name',
      'said-name': 'a name behind a verb of saying',
      pair: 'the two states or sides last spoken of together: «الجانبان»',
      homeland: 'the state of whoever speaks: «بلاده»',
      'last-person': 'the person named last: «الرجل»، «هذا الأخير»',
      honoured: 'the person of whom a word of respect was said before, or who spoke last: «جلالته»، «معاليه»',
      'press-quoted': 'a paper, in marks, to which somebody spoke or which itself tells: «روت «المدار» أن»',
    },
  ],
  [
    'entities/read-bodies.ts',
    { 'pair-of-bodies': 'a class noun in the dual announces two names: «حركتا فتح وحماس»' },
  ],
  [
    'entities/read-organisation.ts',
    {
      'class-name': 'a class noun opens the name of a body: «منظمة …»',
      'class-known-name': 'a class noun before a name of the registry: «شركة أرامكو»',
      'class-quoted-name': 'a class noun before a name in marks or brackets: «حزب «الكتائب»»',
      'class-named-agency': 'a news agency by the word or the letters of its name: «وكالة أنباء فارس»',
      'class-place': 'a body called after its place: «مصرف أبوظبي»',
      'class-noun': 'a class noun alone points back to a body: «المنظمة»',
    },
  ],
  [
    'entities/read-ministry.ts',
    {
      ministry: 'a ministry and whose it is',
      'short-ministry': 'a ministry without the word: «الخارجية الأميركية»، «أعلنت الداخلية»',
    },
  ],
  [
    'entities/read-government.ts',
    {
      government: 'a government and the adjective of its state',
      'government-kind': 'a government by its kind: «حكومة الوفاق»',
      'government-noun': '«الحكومة» alone points back to one',
      'government-of-person': 'a government by who heads it: «إدارة ترامب»',
      'government-of-country': 'a government and the name of its state',
    },
  ],
  [
    'entities/read-group.ts',
    {
      group: 'people or forces of a state, unnamed: «مسؤولون أميركيون»',
      'group-noun': 'such a group’s noun alone points back to it: «القوات»',
    },
  ],
  [
    'entities/read-people.ts',
    { side: 'a state by its side of the table: «الجانب التركي»', people: 'a people: «العراقيون»' },
  ],
  [
    'entities/read-described.ts',
    {
      described: 'who acts and is told only by what he is: «ضابط رفيع»',
      owned: 'what belongs to whoever was spoken of: «كتلته»',
      quoted: 'an unknown name in quotation marks, of which a verb tells behind it',
    },
  ],
  [
    'entities/read-place.ts',
    {
      'place-cue': 'a word announces a place: «مدينة أربيل»',
      'place-class': 'a kind of place opens its name: «قاعدة حرير»، «طريق دمشق - بيروت»',
      capital: 'the capital of a state, without its name: «العاصمة القطرية»',
    },
  ],
  [
    'entities/read-dateline.ts',
    {
      dateline: 'where the dateline says it was written',
      'dateline-press': 'whose report it is, by the dateline',
    },
  ],
  ['entities/read-tagged.ts', { 'tagged-name': 'the statistical tagger, where no rule read anything' }],
  ['resolve/people.ts', { 'family-name': 'the family name of a person named in full elsewhere' }],
  [
    'resolve/resolve-drafts.ts',
    {
      'variant-spelling':
        'a person known from the registry, or named more fully in the article, by this or another spelling',
    },
  ],
  ['resolve/local-names.ts', { 'local-name': 'a name that the article itself introduced' }],
  ['resolve/relate.ts', { nationality: 'the state that an adjective names' }],
]

const table = (rules: Rules): ReadonlyMap<string, RuleNote> =>
  new Map(
    rules.flatMap(([file, byName]) =>
      Object.entries(byName).map(([rule, does]) => [rule, { rule, does, file }] as const),
    ),
  )

const commitmentRules = table(COMMITMENT_RULES)
const nameRules = table(NAMES)

/** @example commitmentRule('future').file // 'commitments/futures.ts' */
export const commitmentRule = (rule: string): RuleNote | null => commitmentRules.get(rule) ?? null

/** @example nameRule('homeland').does // 'the state of whoever speaks: «بلاده»' */
export const nameRule = (rule: string): RuleNote | null => nameRules.get(rule) ?? null

const DATE_FILES = [
  ['names', NAME_RULES],
  ['numbers', NUMBER_RULES],
  ['calendar', CALENDAR_RULES],
  ['parts', PART_RULES],
  ['relative', RELATIVE_RULES],
  ['spans', SPAN_RULES],
  ['ranges', RANGE_RULES],
] as const

/** The file that holds a rule of dates; some numbers are read before any rule, by the scan of the text. */
export const dateFile = (rule: string): string =>
  `dates/${DATE_FILES.map(([file, rules]) => (rules.some(({ name }) => name === rule) ? `rules/${file}.ts` : '')).join('') || 'lexical-nodes.ts'}`
