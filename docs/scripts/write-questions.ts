import { loadQuestions } from '@mithaq/loader'

/** The named questions of `cypher/`: what each asks, in both languages, its parameters, its query. */
export const writeQuestions = (): string =>
  loadQuestions()
    .map(({ name, title, titleEn, params, cypher }) => {
      const given = Object.entries(params).map(([key, value]) => ` --param ${key}=${quoted(String(value))}`)
      return [
        `## ${name}`,
        titleEn,
        `<p dir="rtl" lang="ar">${title}</p>`,
        `\`mithaq query @${name}${given.join('')}\``,
        `\`\`\`cypher\n${cypher}\n\`\`\``,
      ].join('\n\n')
    })
    .join('\n\n')

const quoted = (value: string): string => (/^[\w:.-]+$/u.test(value) ? value : `'${value}'`)
