import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cpuTime } from '../../test/cpu-time.ts'
import { encodeAs } from '../../test/encode-as.ts'
import { readDocument } from '../read-document.ts'
import { htmlToText, readHtml } from './read-html.ts'

const pageOf = (name: string): string =>
  readFileSync(new URL(`../../test/pages/${name}`, import.meta.url), 'utf8')

const PROSE = 'تعهدت قطر بتقديم مساعدات إلى لبنان قبل نهاية العام، بحسب بيان لمجلس الوزراء.'

describe('pages of news sites', () => {
  it('with linked data', async () => {
    expect(await readHtml(pageOf('linked-data.html'))).toEqual({
      title: 'وزارة الري تلتزم بصيانة السدود',
      publisher: 'شبكة المرسى',
      published: '2025-04-07',
      url: 'https://marsa.example/politics/1204',
      text: [
        'التزمت وزارة الري العراقية بصيانة السدود الواقعة على نهر دجلة قبل حلول موسم الفيضان، وفق بيان صدر عنها مساء الأحد\u00a0الماضي.',
        'وقال الوزير إن الأعمال ستبدأ في الأول من أيار/مايو، وإن كلفتها تبلغ ١٢ مليون دولار، مؤكداً أنّ «الوزارة لن تتأخر».',
        'وأضاف أن فرقاً هندسية من تركيا ستشارك في الكشف، على أن تسلّم تقريرها خلال ثلاثة أسابيع.',
      ].join('\n'),
    })
  })

  it('with OpenGraph, paragraphs parted by line breaks, saved from a browser', async () => {
    expect(await readHtml(pageOf('open-graph.html'))).toEqual({
      title: 'الأردن يتعهد باستضافة المؤتمر',
      publisher: 'دفتر الأخبار',
      published: '2025-07-19',
      url: 'https://daftar.example/news/2025/7/19/amn',
      text: [
        'تعهد الأردن باستضافة المؤتمر المقبل للدول المانحة في عمّان، وقال مصدر حكومي إن الدعوات ستوجه قبل نهاية الشهر.',
        'وأوضح المصدر أن وفوداً من 14 دولة أكدت حضورها، وأن الحكومة ستغطي نفقات الاستضافة كاملة.',
        'ورفض المصدر الكشف عن أسماء الدول التي لم ترد بعد على الدعوة، مكتفياً بالقول إنها «لم تعتذر».',
      ].join('\n'),
    })
  })

  it('with a time alone, in an old encoding', async () => {
    const bytes = encodeAs('windows-1256', pageOf('time-only.html'))
    expect(await readDocument(bytes, { address: 'https://taqa.example/4#top' })).toEqual([
      {
        record: {
          title: 'لبنان وقبرص يتفقان على الكهرباء',
          published: '2024-11-30',
          url: 'https://taqa.example/4#top',
          text: [
            'اتفق لبنان وقبرص على مد خط كهرباء بحري بينهما خلال عامين، بحسب ما أعلنته وزارة الطاقة اللبنانية يوم السبت.',
            'وستتولى شركة قبرصية أعمال المسح، فيما يلتزم الجانب اللبناني بتأمين الموافقات قبل آذار/مارس المقبل.',
            'الطول\t320 كلم',
            'القدرة\t400 ميغاواط',
          ].join('\n'),
        },
      },
    ])
  })

  it('as a piece of a page', async () => {
    expect(await readHtml(pageOf('plain-fragment.html'))).toEqual({
      title: 'تونس تقرر زيادة الأجور',
      text: [
        'قررت الحكومة التونسية زيادة أجور موظفي القطاع العام اعتباراً من مطلع العام المقبل، بحسب بيان لرئاسة الحكومة.',
        'أولاً: تصرف الزيادة على قسطين.',
        'ثانياً: تستثنى الشركات العمومية.',
      ].join('\n'),
    })
  })

  it('drawn by a script, as their linked data have it', async () => {
    const data = {
      '@type': 'NewsArticle',
      headline: 'قطر تتعهد',
      articleBody: `${PROSE}\n\n  ثم قالت إنها ستفي.  `,
    }
    const html = `<!doctype html><div id="root"></div><script type="application/ld+json">${JSON.stringify(data)}</script>`
    expect(await readHtml(html)).toEqual({ title: 'قطر تتعهد', text: `${PROSE}\nثم قالت إنها ستفي.` })
  })

  it.each([
    ['<nav>سياسة</nav>', 'no-article'],
    ['<div id="root"></div><script>render()</script>', 'no-article'],
    [`${'<div>'.repeat(100_000)}${PROSE}`, 'too-deep'],
    [`<p>${PROSE}</p>`.repeat(60_000), 'too-large'],
  ])('%.40s is refused', async (html, code) => {
    await expect(readHtml(html)).rejects.toMatchObject({ code })
  })
})

const headed = (head: string): string => `<html><head>${head}</head><body><p>${PROSE}</p></body></html>`
const json = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`

describe('what a page says of itself', () => {
  it.each<[string, object]>([
    [
      json({ '@type': 'NewsArticle', headline: ' عنوان\n خبر ', publisher: 'الضفاف' }),
      { title: 'عنوان خبر', publisher: 'الضفاف' },
    ],
    [
      json([
        { '@type': 'WebPage' },
        { '@type': 'Article', mainEntityOfPage: { '@id': 'https://a.example/1' } },
      ]),
      { url: 'https://a.example/1' },
    ],
    [json({ '@type': 'NewsArticle', publisher: [{ name: 'أ' }, { name: 'ب' }] }), { publisher: 'أ' }],
    [
      json({ '@type': 'NewsArticle', datePublished: 'أمس' }) + '<meta name="pubdate" content="20250102">',
      { published: '2025-01-02' },
    ],
    [json(null) + json('x') + json({ '@type': 5, headline: {} }), {}],
    ['<meta itemprop="datePublished" content="2025-01-02">', { published: '2025-01-02' }],
    ['<meta name="Date" content="Thu, 02 Jan 2025 10:00:00 GMT">', { published: '2025-01-02' }],
    ['<meta property="og:url" content="javascript:alert(1)"><link rel="canonical" href="/x">', {}],
    ['<meta property="og:url" content="//b.example/y">', {}],
  ])('%s', async (head, facts) => {
    const { text, ...said } = await readHtml(headed(head))
    expect(said).toEqual(facts)
    expect(text).toBe(PROSE)
  })

  it('is read against the address it came from', async () => {
    const html = headed('<link rel="canonical" href="/x?y=1">')
    expect(await readHtml(html, 'https://a.example/z')).toMatchObject({ url: 'https://a.example/x?y=1' })
  })
})

it.each([
  ['تعهدت <b>قطر</b>،\n <i>ثم</i> مصر', 'تعهدت قطر، ثم مصر'],
  ['<p>أول</p>ثان<div>ثالث<p>رابع</p>خامس</div>', 'أول\nثان\nثالث\nرابع\nخامس'],
  ['قال<br>نعم<br/>و<!-- لا -->لا', 'قال\nنعم\nولا'],
  ['&laquo;نعم&raquo; &amp; &#x627;&nbsp;&zwnj;ب', '«نعم» & ا\u00a0\u200cب'],
  ['<table><tr><td>أ</td><td> ب </td></tr></table>', 'أ\tب'],
  ['<style>x</style><script>alert(1)</script><svg><text>x</text></svg>نص', 'نص'],
  ['<img src=x onerror=alert(1)>نص<a href="javascript:x">رابط</a>', 'نصرابط'],
  ['', ''],
])('%s in words: %j', async (html, text) => {
  expect(await htmlToText(html)).toBe(text)
})

it('takes the deepest and widest page allowed in seconds', async () => {
  const html = `${'<div>'.repeat(140)}${`<p>${PROSE}</p>`.repeat(160)}`
  const started = cpuTime()
  expect((await readHtml(html)).text.length).toBeGreaterThan(10_000)
  expect(cpuTime() - started).toBeLessThan(10_000)
})
