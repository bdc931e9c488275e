import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readText } from '../text/read-text.ts'
import { findEntities } from './find-entities.ts'

/** `words = name (type)` of every mention; a place's type stands after `@`, a group's after `~`. */
function read(text: string): string[] {
  const { entities, mentions, passing } = findEntities(readText({ text }))
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  return mentions
    .filter(({ entity }) => !passing.has(entity))
    .map(({ start, end, entity: id }) => {
      const { name, type, kind, named } = byId.get(id)!
      return `${text.slice(start, end)} = ${name.ar} ${kind === 'place' ? '@' : named ? '' : '~'}${type}`
    })
}

it.each([
  // names of registries, and what clings to them
  [
    'أعلنت الولايات المتحدة والعراق إنهاء المهمة في سوريا.',
    ['الولايات المتحدة = الولايات المتحدة Country', 'العراق = العراق Country', 'سوريا = سوريا @Country'],
  ],
  ['عاد الوفد ببيان من بغداد.', ['بغداد = بغداد @City']],
  ['قدمت المنحة لليمن وللأردن.', ['ليمن = اليمن Country', 'لأردن = الأردن Country']],
  [
    'رفض الحوثيون وقف الهجمات في البحر الأحمر.',
    ['الحوثيون = الحوثيون ArmedGroup', 'البحر الأحمر = البحر الأحمر @Water'],
  ],
  ['دخلوا مدينة القائم غرب الأنبار.', ['القائم = القائم @City', 'الأنبار = الأنبار @Region']],
  // titles and persons
  [
    'التقى وزير الخارجية السعودي عادل الجبير نظيره الفرنسي جان إيف لودريان في الرياض.',
    ['عادل الجبير = عادل الجبير Person', 'جان إيف لودريان = جان إيف لودريان Person', 'الرياض = الرياض @City'],
  ],
  ['قال وزير الموارد المائية كاظم الراوي إن السد جاهز.', ['كاظم الراوي = كاظم الراوي Person']],
  [
    'بحضور وزيري الخارجية فؤاد حسين وهاكان فيدان.',
    ['فؤاد حسين = فؤاد حسين Person', 'هاكان فيدان = هاكان فيدان Person'],
  ],
  ['قال الشيخ محمد بن زايد آل نهيان ذلك.', ['محمد بن زايد آل نهيان = محمد بن زايد Person']],
  ['أعلن نائب الرئيس ج. د. فانس ذلك.', ['ج. د. فانس = جيه دي فانس Person']],
  [
    'وصل سلطان عمان إلى مسقط.',
    ['سلطان عمان = سلطان عمان ~Person', 'عمان = سلطنة عمان Country', 'مسقط = مسقط @City'],
  ],
  [
    'أكد القيادي في حزب تكتل القوى الديمقراطية المختار ولد بوسيف ذلك.',
    [
      'حزب تكتل القوى الديمقراطية = تكتل القوى الديمقراطية Organization',
      'المختار ولد بوسيف = المختار ولد بوسيف Person',
    ],
  ],
  ['قال وزير الصيد والاقتصاد البحري أغظفنا ولد أييه ذلك.', ['أغظفنا ولد أييه = أغظفنا ولد أييه Person']],
  ['كان الوفد برئاسة محمد سالم باسندان.', ['محمد سالم باسندان = محمد سالم باسندان Person']],
  [
    'اتهم الرئيس السابق سعد عبد الله صالح بعرقلة عمل اللجنة.',
    ['سعد عبد الله صالح = سعد عبد الله صالح Person'],
  ],
  // a form of address behind an office, unless somebody is called so
  [
    'قال رئيس حزب القوات اللبنانية السيد سمير جعجع ذلك.',
    ['القوات اللبنانية = القوات اللبنانية Organization', 'سمير جعجع = سمير جعجع Person'],
  ],
  [
    'قال رئيس حزب الوفد السيد البدوي ذلك.',
    ['حزب الوفد = حزب الوفد Organization', 'السيد البدوي = السيد البدوي Person'],
  ],
  ['استقبل السفير كلاوس إيبرمان.', ['كلاوس إيبرمان = كلاوس إيبرمان Person']],
  // a verb behind a name, and how he says it
  ['وقال السيد حسن نصر الله دعا أنصاره.', ['حسن نصر الله = حسن نصر الله Person']],
  ['تحدث الرئيس طالباني متضامنا مع الحملة.', ['طالباني = طالباني Person']],
  ['صرح الدكتور علي جمعة مفتي الديار المصرية بذلك.', ['علي جمعة = علي جمعة Person']],
  ['قال مساعد المبعوث الدولي، ناصر الحلواني، إن الهدنة قائمة.', ['ناصر الحلواني = ناصر الحلواني Person']],
  ['صرح نوبار الأرسلاني، الكاتب العام، بذلك.', ['نوبار الأرسلاني = نوبار الأرسلاني Person']],
  ['قال في تصريح لـ«الحاضرة» إنه موافق.', ['الحاضرة = الحاضرة Media']],
  // bodies
  [
    'رفضت نقابة الصيادين التقليديين الاتفاق الموقع.',
    ['نقابة الصيادين التقليديين = نقابة الصيادين التقليديين Organization'],
  ],
  [
    'قررت الهيئة العامة للطيران المدني ذلك.',
    ['الهيئة العامة للطيران المدني = الهيئة العامة للطيران المدني Organization'],
  ],
  ['ذكرت وكالة "أسوشيتد برس" الخبر.', ['أسوشيتد برس = أسوشيتد برس Media']],
  [
    'قررت أوبك خفض الإنتاج ووافق تحالف أوبك+ على ذلك.',
    ['أوبك = أوبك Organization', 'تحالف أوبك+ = أوبك بلس Organization'],
  ],
  ['أعلن حزب «الكرامة» انسحابه.', ['حزب «الكرامة» = حزب الكرامة Organization']],
  [
    'قررت لجنة الأمن والدفاع النيابية التأجيل.',
    ['لجنة الأمن والدفاع النيابية = لجنة الأمن والدفاع النيابية Organization'],
  ],
  ['كلفت الحكومة هيئة مكافحة الفساد.', ['هيئة مكافحة الفساد = هيئة مكافحة الفساد Organization']],
  [
    'أفادت الخارجية الإيرانية ووزارة الدفاع التركية.',
    [
      'الخارجية الإيرانية = وزارة الخارجية الإيرانية Government',
      'وزارة الدفاع التركية = وزارة الدفاع التركية Government',
    ],
  ],
  ['أعلنت اليوم الخارجية الروسية ذلك.', ['الخارجية الروسية = وزارة الخارجية الروسية Government']],
  ['بدأ التعاون مع الاتحاد الأوروبي للفترة المقبلة.', ['الاتحاد الأوروبي = الاتحاد الأوروبي Organization']],
  [
    'انتشرت قوات سوريا الديمقراطية (قسد) هناك.',
    ['قوات سوريا الديمقراطية (قسد) = قوات سوريا الديمقراطية ArmedGroup'],
  ],
  // governments
  ['رفضت حكومة لبنان المقترح.', ['حكومة لبنان = الحكومة اللبنانية Government']],
  [
    'رفضت إدارة الرئيس الأميركي جو بايدن ذلك، وقالت الإدارة الأميركية إنها ملتزمة.',
    [
      'إدارة الرئيس الأميركي جو بايدن = إدارة بايدن Government',
      'جو بايدن = جو بايدن Person',
      'الإدارة الأميركية = إدارة بايدن Government',
    ],
  ],
  // groups
  ['قال مسؤولون أميركيون ذلك.', ['مسؤولون أميركيون = مسؤولون أميركيون ~Group']],
  [
    'ذكر مسؤول كبير في الحكومة العراقية ذلك.',
    [
      'مسؤول كبير في الحكومة العراقية = مسؤول كبير في الحكومة العراقية ~Group',
      'الحكومة العراقية = الحكومة العراقية Government',
    ],
  ],
  ['قالت مصادر دبلوماسية إن الاتفاق قريب.', ['مصادر دبلوماسية = مصادر دبلوماسية ~Group']],
  ['انسحبت القوات العراقية والسورية.', ['القوات العراقية والسورية = القوات العراقية والسورية ~Group']],
  ['تعهد الجانب التركي بذلك.', ['الجانب التركي = تركيا Country']],
  // facilities
  [
    'غادروا قاعدة عين الأسد الجوية إلى مطار بغداد الدولي.',
    [
      'قاعدة عين الأسد الجوية = قاعدة عين الأسد الجوية @Facility',
      'مطار بغداد الدولي = مطار بغداد الدولي @Facility',
    ],
  ],
  ['أعيد فتح معبر السلمان أمام الشاحنات.', ['معبر السلمان = معبر السلمان @Facility']],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

it.each([
  'كان بين الحضور كبير في السن.',
  'أبدى رجل سعيد أمله في العمل والجهاد.',
  'حقق الفريق نصرا كبيرا ووحدة الصف.',
  'طلبت الشركة دعما ماليا من الإدارة المالية.',
  'نشرت القوات مقاتلات أميركية وصواريخ روسية.',
  'هذه قاعدة عامة في باب النحو.',
  'تغيرت السياسة الخارجية الأميركية وسط الأزمة المالية.',
  'وافق الحاضرون على زيادة الأسعار بنسبة 5 في المئة.',
  '',
  '،،، ... «»',
])('finds nobody in «%s»', (text) => {
  expect(read(text)).toEqual([])
})

it('reads a dateline: where from, and whose report', () => {
  const text = 'الكويت ـ صوت الخليج\nأعلنت «صوت الخليج» أن الكويت وافقت.'
  expect(read(text)).toEqual([
    'الكويت = مدينة الكويت @City',
    'صوت الخليج = صوت الخليج Media',
    'صوت الخليج = صوت الخليج Media',
    'الكويت = الكويت Country',
  ])
})

it('ties things to the world and to each other', () => {
  const text = 'انتقلوا إلى قاعدة حرير الجوية في أربيل بإقليم كردستان شمال العراق، وقالت بغداد إنها موافقة.'
  const { entities, relations } = findEntities(readText({ text }))
  const named = new Map(entities.map(({ id, name }) => [id, name.ar]))
  expect(
    relations.map(({ subject, predicate, object }) => [named.get(subject), predicate, named.get(object)]),
  ).toEqual([
    ['قاعدة حرير الجوية', 'WITHIN', 'أربيل'],
    ['أربيل', 'WITHIN', 'إقليم كردستان'],
    ['إقليم كردستان', 'WITHIN', 'العراق'],
    ['العراق', 'TERRITORY', 'العراق'],
  ])
  for (const { evidence } of relations)
    for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote)
  expect(entities.find(({ id }) => id === 'actor:Q796')).toMatchObject({
    iso: 'IQ',
    sameAs: ['https://www.wikidata.org/entity/Q796'],
    name: { ar: 'العراق', en: 'Iraq' },
  })
})

it.each([
  ['no spaces', 'العراق'.repeat(50_000)],
  ['titles without end', 'رئيس في وزير في قائد في '.repeat(4_000)],
  ['unclosed marks', '"(«'.repeat(30_000)],
  ['presentation forms and controls', '\u202bﺍﻟﻌﺮﺍﻕ\u202c ﷲ x😀ـ '.repeat(2_000)],
  ['names in one line', 'قال الرئيس محمد علي حسن الجانبان '.repeat(3_000)],
])('reads %s without harm', (_, text) => {
  const { entities, mentions } = findEntities(readText({ text }))
  const ids = new Set(entities.map(({ id }) => id))
  for (const { start, end, entity } of mentions) {
    expect(ids.has(entity)).toBe(true)
    expect(start < end && end <= text.length).toBe(true)
  }
})

const BITS = [
  'قال وزير الخارجية السعودي ',
  'لـ«',
  '»',
  '(',
  '،',
  ' بن ',
  'عبد',
  ' الله ',
  'واشنطن',
  '\u202b',
  'ﺍﻟﻌﺮﺍﻕ',
  'x',
  '😀',
  '\u064b',
  'دول',
  'الجوار',
  ' و',
  'رئيس',
  '\n',
  'أبو',
  'القوات المسلحة',
  'الأسبق ',
  'ال',
  'طالبا موريتانيا',
  '\ud800',
]

it('reads any mixture to its end, with mentions inside the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...BITS), { maxLength: 60 }), (bits) => {
      const text = bits.join('')
      const { mentions } = findEntities(readText({ text, published: '2014-05-05' }))
      expect(mentions.filter(({ start, end }) => !(start >= 0 && start < end && end <= text.length))).toEqual(
        [],
      )
    }),
    { numRuns: 200, seed: 5 },
  )
})

it('gives the same answer again', () => {
  const text = 'قالت واشنطن إن مسؤولين أميركيين سيزورون بغداد. وأكد المسؤولون الأميركيون ذلك.'
  expect(findEntities(readText({ text }))).toEqual(findEntities(readText({ text })))
})
