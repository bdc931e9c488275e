/** Articles without end, each unlike the others: news of our own making, the same for the same number. */

/** A small generator of numbers, the same for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const words = (text: string): string[] => text.split('، ')

const STATES = words(
  'قطر، تركيا، العراق، الأردن، مصر، الكويت، السعودية، إيران، لبنان، تونس، الجزائر، المغرب، ليبيا، السودان، عمان، روسيا، الصين، فرنسا، ألمانيا، إيطاليا، الإمارات، البحرين، موريتانيا، باكستان',
)
const BODIES = words(
  'الأمم المتحدة، الاتحاد الأوروبي، جامعة الدول العربية، البنك الدولي، صندوق النقد الدولي، منظمة الصحة العالمية، الاتحاد الأفريقي، أوبك',
)
const CITIES = words(
  'بغداد، البصرة، الموصل، أربيل، كركوك، النجف، الفلوجة، تكريت، دهوك، عدن، صنعاء، طرابلس، بنغازي، حلب، حمص، درعا، الخرطوم، وهران، صفاقس، طنجة',
)
const HEADS = words('شركة، بلدية، جمعية، نقابة، مؤسسة، هيئة، منظمة')
const WORKS = words(
  'مستشفى، جسر، ميناء، مطار، سد، طريق، جامعة، محطة كهرباء، مصنع، مختبر، ملعب، متحف، سوق، مدرسة، خط أنابيب، مصفاة',
)
const FIRST = words(
  'أحمد، محمود، سعيد، خالد، سامي، نبيل، هاني، كريم، طارق، عمر، ليلى، هدى، سلمى، منى، نادية، رانيا، فؤاد، جمال، رشيد، زياد، مروان، وليد',
)
const LAST = words(
  'الحسني، العبيدي، الكناني، المرسي، الزهراني، التميمي، البغدادي، القاسمي، الشريف، النجار، الحداد، العطار، الصباغ، البنا، الفارس، الهاشمي، السامرائي، الدوري، العاني، الراوي، الجبوري',
)
const OFFICES = words('وزير خارجية، وزير نفط، وزير دفاع، وزير مالية، رئيس وزراء، رئيس برلمان')
const MONTHS = words('يناير، فبراير، مارس، أبريل، مايو، يونيو، يوليو، أغسطس، سبتمبر، أكتوبر، نوفمبر، ديسمبر')
const PAPERS = words('صحيفة الميزان، وكالة الضفاف، جريدة الأفق، موقع المدار، وكالة النخيل')

export interface MadeArticle {
  id: string
  title: string
  publisher: string
  url: string
  published: string
  text: string
}

/** One of those whom several articles name. */
const named = (k: number): string => `${FIRST[k % FIRST.length]} ${LAST[Math.floor(k / FIRST.length)]}`

/** @example madeArticle(7).text // «بغداد - تعهدت تركيا ببناء جسر في الموصل …» */
export function madeArticle(number: number): MadeArticle {
  const next = numbersFrom(number)
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)]!
  const count = (most: number): number => 1 + Math.floor(next() * most)
  // A name that no list knows: two syllables more than anybody had before.
  const unheard = (): string =>
    `ال${Array.from({ length: 2 + count(3) }, () => 'بتجحدرزسشصطعفقكلمنهي'[Math.floor(next() * 20)]).join('')}ي`
  const made = (): string => `${pick(FIRST)} ${unheard()}`
  // As in the world: of states there are few and all speak of them, of works, towns and bodies there are many; who is known
  // keeps his office, and what is known its place.
  const whom = (): number => Math.floor(next() * FIRST.length * LAST.length)
  const official = (): string => {
    const k = whom()
    return next() < 0.5
      ? `${OFFICES[k % OFFICES.length]} ${STATES[k % STATES.length]} ${named(k)}`
      : `${pick(OFFICES)} ${pick(STATES)} ${made()}`
  }
  const person = (): string => (next() < 0.5 ? made() : named(whom()))
  const city = (): string => (next() < 0.5 ? pick(CITIES) : `بلدة ${unheard()}`)
  const work = (): string => {
    const k = Math.floor(next() * WORKS.length * LAST.length)
    return next() < 0.5
      ? `${WORKS[k % WORKS.length]} ${LAST[Math.floor(k / WORKS.length)]} في ${CITIES[k % CITIES.length]}`
      : `${pick(WORKS)} ${unheard()} في ${city()}`
  }
  const state = (): string => (next() < 0.3 ? pick(STATES) : `${pick(HEADS)} ${unheard()}`)
  const institution = (): string => (next() < 0.3 ? pick(BODIES) : `${pick(HEADS)} ${unheard()}`)
  const when = (): string =>
    [
      `قبل نهاية ${2025 + count(3)}`,
      `في ${count(28)} ${pick(MONTHS)} ${2025 + count(2)}`,
      `حتى ${pick(MONTHS)} المقبل`,
      'الأسبوع المقبل',
      `خلال ${1 + count(8)} أشهر`,
    ][Math.floor(next() * 5)]!
  const SENTENCES: readonly (() => string)[] = [
    () => `تعهدت ${state()} ببناء ${work()} ${when()}.`,
    () => `وقال ${official()} إن ${state()} ستقدم ${count(900)} مليون دولار إلى ${state()} ${when()}.`,
    () => `واتفقت ${state()} و${state()} على إعادة فتح ${work()} ${when()}.`,
    () => `ورفض ${person()} إغلاق ${work()}.`,
    () =>
      `ونقلت ${pick(PAPERS)} عن مسؤولين قولهم إن ${institution()} ستوقف تمويل مشروع ${work()} إذا لم تنسحب القوات من ${city()}.`,
    () => `ومن المقرر أن يزور ${person()} مدينة ${city()} ${when()}.`,
    () =>
      `وأعلنت ${institution()} تأجيل افتتاح ${work()} إلى ${count(28)} ${pick(MONTHS)} ${2025 + count(2)}.`,
    () =>
      `وأضاف: «لن نسمح ببقاء ${count(5_000)} جندي في ${city()}»، بحسب بيان صدر يوم ${count(28)} ${pick(MONTHS)}.`,
    () => `ويعيش في ${city()} نحو ${count(900)} ألف نسمة، وفق تقرير نشرته ${institution()}.`,
  ]
  const day = new Date(Date.UTC(2025, 0, 1 + Math.floor(next() * 365))).toISOString().slice(0, 10)
  const body = Array.from({ length: 2 + count(10) }, () =>
    SENTENCES[Math.floor(next() * SENTENCES.length)]!(),
  )
  return {
    id: `soak-${number}`,
    title: `${pick(STATES)} و${pick(STATES)} تبحثان ${work()}`,
    publisher: pick(PAPERS),
    url: `https://news.example/${number}`,
    published: day,
    text: `${pick(CITIES)} - ${body.join(' ')}`,
  }
}
