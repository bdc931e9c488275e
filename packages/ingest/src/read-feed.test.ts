import { describe, expect, it } from 'vitest'
import { cpuTime } from '../test/cpu-time.ts'
import { encodeAs } from '../test/encode-as.ts'
import { readDocument } from './read-document.ts'
import { readFeed } from './read-feed.ts'

const PLEDGE = 'تعهدت قطر بتقديم مساعدات إلى لبنان قبل نهاية 2025.'
const MORE = 'وأضاف البيان أن الدفعة الأولى ستصل في أيار/مايو.'

const rss = (items: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>وكالة &#1575;لمرسى</title><link>https://marsa.example/</link>${items}</channel></rss>`

describe('readFeed', () => {
  it('reads RSS: the whole text before the summary, markup as text, the day as its publisher counts', async () => {
    const feed =
      rss(`<item><title>قطر &amp; لبنان: &quot;تعهد&quot;</title><link>/news/1</link><guid isPermaLink="false">m-1</guid>
      <pubDate>Tue, 02 Dec 2025 00:30:00 +0300</pubDate><description>قطر تتعهد</description>
      <content:encoded><![CDATA[<p>${PLEDGE}</p><p>${MORE}</p><script>x</script>]]></content:encoded></item>
      <item><description>&lt;p&gt;${PLEDGE}&lt;/p&gt;</description><guid>https://marsa.example/news/2</guid><dc:date>2025-12-03</dc:date></item>`)
    expect(await readFeed(feed, 'https://marsa.example/rss')).toEqual([
      {
        key: 'm-1',
        item: {
          title: 'قطر & لبنان: "تعهد"',
          publisher: 'وكالة المرسى',
          published: '2025-12-02',
          url: 'https://marsa.example/news/1',
          text: `${PLEDGE}\n${MORE}`,
        },
      },
      {
        key: 'https://marsa.example/news/2',
        item: {
          publisher: 'وكالة المرسى',
          published: '2025-12-03',
          url: 'https://marsa.example/news/2',
          text: PLEDGE,
        },
      },
    ])
  })

  it('reads Atom with its kinds of text', async () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">دفتر &amp;amp; قلم</title><id>x</id><updated>2025-01-01T00:00:00Z</updated>
      <entry><id>urn:1</id><title>أول</title><updated>2025-03-02T00:00:00Z</updated><published>2025-03-01T23:00:00Z</published>
        <link rel="enclosure" href="https://a.example/a.mp3"/><link href="https://a.example/1"/>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${PLEDGE}</p><p>ثم <b>غداً</b> أيضاً</p></div></content></entry>
      <entry><id>urn:2</id><title type="text">ثان</title><updated>2025-03-02T00:00:00Z</updated><summary>5 &lt; 6</summary></entry></feed>`
    expect(await readFeed(feed)).toEqual([
      {
        key: 'urn:1',
        item: {
          title: 'أول',
          publisher: 'دفتر & قلم',
          published: '2025-03-01',
          url: 'https://a.example/1',
          text: `${PLEDGE}\nثم غداً أيضاً`,
        },
      },
      {
        key: 'urn:2',
        item: { title: 'ثان', publisher: 'دفتر & قلم', published: '2025-03-02', text: '5 < 6' },
      },
    ])
  })

  it('reads a feed in an old encoding out of its bytes', async () => {
    const feed = rss(`<item><title>خبر</title><description>${PLEDGE}</description></item>`).replace(
      'UTF-8',
      'windows-1256',
    )
    expect(await readDocument(encodeAs('windows-1256', feed))).toEqual([
      { at: 1, record: { title: 'خبر', publisher: 'وكالة المرسى', text: PLEDGE } },
    ])
  })

  it('expands no entities that a file declares itself', async () => {
    const bomb = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join(
      '',
    )
    const feed = rss('<item><description>&e30;</description></item>').replace(
      '<rss',
      `<!DOCTYPE rss [<!ENTITY e0 "x">${bomb}]>\n<rss`,
    )
    const started = cpuTime()
    expect((await readDocument(Buffer.from(feed)))[0]?.record).toMatchObject({ text: '&e30;' })
    const file = feed.replace('"x"', 'SYSTEM "file:///etc/passwd"').replace('&e30;', '&e0;')
    await expect(readDocument(Buffer.from(file))).rejects.toMatchObject({ code: 'not-a-feed' })
    expect(cpuTime() - started).toBeLessThan(2_000)
  })

  it.each(['<rss version="2.0"><channel><item>', '<rss/>', '<feed>', '<rdf:RDF/>', ''])(
    '%j breaks nothing',
    async (xml) => {
      await expect(readFeed(xml).catch((error: unknown) => error)).resolves.toSatisfy(
        (found) => Array.isArray(found) || (found as { code: string }).code === 'not-a-feed',
      )
    },
  )
})
