/** The site: English at the root, Arabic under /ar/. It asks nothing of any other server. */
import { existsSync } from 'node:fs'
import postcssRtlcss from 'postcss-rtlcss'
import { defineConfig, type DefaultTheme } from 'vitepress'
import { pagesIn } from './pages-in.ts'
import { showPrinted } from './show-printed.ts'

/** Arabic is searched as it is folded everywhere else: one spelling of alef, ya, ta marbuta, no vowel signs. */
const foldTerm = (term: string): string =>
  term
    .toLowerCase()
    .replace(/\u0640|\p{Mn}/gu, '')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/ى/gu, 'ي')
    .replace(/ة/gu, 'ه')

/** The reference of the packages, where it has been made. */
const libraries = (): { text: string; link: string }[] =>
  existsSync(new URL('../reference/api/index.md', import.meta.url))
    ? [{ text: 'The packages', link: '/reference/api/' }]
    : []

const english: DefaultTheme.Config = {
  nav: [
    { text: 'Tutorial', link: '/tutorial/first-answer' },
    { text: 'How-to', link: '/how-to/ingest', activeMatch: '/how-to/' },
    { text: 'Vocabulary', link: '/vocabulary/' },
    { text: 'Reference', link: '/reference/commands', activeMatch: '/reference/' },
    { text: 'Explanation', link: '/explanation/sentence-to-triple', activeMatch: '/explanation/' },
  ],
  sidebar: [
    { text: 'Tutorial', items: pagesIn('tutorial') },
    { text: 'How to', items: pagesIn('how-to') },
    { text: 'The vocabulary', items: pagesIn('vocabulary') },
    { text: 'Reference', items: [...pagesIn('reference'), ...libraries()] },
    { text: 'Explanation', items: pagesIn('explanation') },
  ],
}

const arabic: DefaultTheme.Config = {
  nav: [
    { text: 'البداية', link: '/ar/first-answer' },
    { text: 'المفردات', link: '/ar/vocabulary' },
    { text: 'التوثيق الكامل بالإنكليزية', link: '/' },
  ],
  sidebar: [{ text: 'ميثاق', items: pagesIn('ar') }],
  outline: { label: 'في هذه الصفحة' },
  docFooter: { prev: 'السابق', next: 'التالي' },
  darkModeSwitchLabel: 'المظهر',
  darkModeSwitchTitle: 'المظهر الداكن',
  lightModeSwitchTitle: 'المظهر الفاتح',
  sidebarMenuLabel: 'القائمة',
  returnToTopLabel: 'إلى الأعلى',
  langMenuLabel: 'تغيير اللغة',
  skipToContentLabel: 'إلى المحتوى',
  notFound: {
    title: 'لا صفحة بهذا العنوان',
    quote: 'ربما نُقلت الصفحة أو كُتب عنوانها خطأً.',
    linkLabel: 'إلى الصفحة الأولى',
    linkText: 'إلى الصفحة الأولى',
  },
}

export default defineConfig({
  title: 'Mithaq',
  description: 'Arabic political news as a graph of commitments',
  base: process.env['DOCS_BASE'] ?? '/',
  srcExclude: ['generated/**', 'drawings/**'],
  cleanUrls: false,
  lastUpdated: false,
  head: [
    ['link', { rel: 'icon', type: 'image/svg+xml', href: `${process.env['DOCS_BASE'] ?? '/'}mithaq.svg` }],
  ],
  markdown: { theme: { light: 'github-light', dark: 'github-dark' }, config: showPrinted },
  locales: {
    root: { label: 'English', lang: 'en', themeConfig: english },
    ar: {
      label: 'العربية',
      lang: 'ar',
      dir: 'rtl',
      title: 'ميثاق',
      description: 'الأخبار السياسية العربية شبكةً من الالتزامات',
      themeConfig: arabic,
    },
  },
  themeConfig: {
    logo: '/mithaq.svg',
    search: {
      provider: 'local',
      options: {
        miniSearch: { options: { processTerm: foldTerm }, searchOptions: { processTerm: foldTerm } },
        locales: {
          ar: {
            translations: {
              button: { buttonText: 'بحث', buttonAriaLabel: 'بحث' },
              modal: {
                noResultsText: 'لا نتائج لـ',
                resetButtonTitle: 'محو البحث',
                backButtonTitle: 'إغلاق',
                displayDetails: 'عرض التفاصيل',
                footer: { selectText: 'للاختيار', navigateText: 'للتنقل', closeText: 'للإغلاق' },
              },
            },
          },
        },
      },
    },
  },
  vite: {
    build: { chunkSizeWarningLimit: 2_000 },
    css: {
      postcss: {
        // The theme is written for left to right: its sides are turned where the page says so.
        plugins: [postcssRtlcss({ ltrPrefix: ':where([dir="ltr"])', rtlPrefix: ':where([dir="rtl"])' })],
      },
    },
  },
})
