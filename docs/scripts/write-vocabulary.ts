/** The tables of the vocabulary, from the one table that everything else reads. */
import { ENUMS, NODE_LABELS, NODES, RELATION_TYPES, RELATIONS } from '@mithaq/model/vocabulary'

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const code = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(' ')

export const writeNodes = (): string =>
  table(
    ['node', 'in Arabic', 'further labels', 'properties', 'follows'],
    Object.entries(NODES).map(([label, { ar, subtypes, properties, standard }]) => [
      `\`${label}\``,
      ar,
      code(subtypes),
      Object.entries(properties)
        .map(([name, type]) => `\`${name}\` ${type}`)
        .join(', '),
      standard,
    ]),
  )

export const writeRelations = (): string =>
  table(
    ['relation', 'in Arabic', 'from', 'to', 'properties'],
    Object.entries(RELATIONS).map(([type, { ar, from, to, properties }]) => [
      `\`${type}\``,
      ar,
      from.join(', '),
      to.join(', '),
      Object.keys(properties).join(', '),
    ]),
  )

export const writeEnums = (): string =>
  Object.entries(ENUMS)
    .map(
      ([name, values]) =>
        `### ${name}\n\n${table(
          ['value', 'in Arabic'],
          Object.entries(values).map(([value, { ar }]) => [`\`${value}\``, ar]),
        )}`,
    )
    .join('\n\n')

const NODES_AR: Readonly<Record<keyof typeof NODES, string>> = {
  Article: 'المقال كما نُشر، وتاريخ نشره',
  Actor: 'من يفعل أو يقول: شخص أو دولة أو حكومة أو منظمة أو جماعة أو وسيلة إعلام',
  Place: 'حيث يقع الفعل، أو من أين وإلى أين',
  Date: 'يوم أو مدة، أولها وآخرها داخلان فيها',
  Statement: 'قولٌ ومن قاله، وقد ينقله قول آخر',
  Commitment: 'ما التُزم به، ونوعه وشرطه ومقداره وكلماته',
}

export const writeNodesInArabic = (): string =>
  table(
    ['العقدة', 'في السؤال', 'ما هي'],
    NODE_LABELS.map((label) => [NODES[label].ar, `\`${label}\``, NODES_AR[label]]),
  )

export const writeRelationsInArabic = (): string =>
  table(
    ['العلاقة', 'في السؤال', 'من', 'إلى'],
    RELATION_TYPES.map((type) => {
      const { ar, from, to } = RELATIONS[type]
      return [ar, `\`${type}\``, inArabic(from), inArabic(to)]
    }),
  )

const inArabic = (labels: readonly (keyof typeof NODES)[]): string =>
  labels.map((label) => NODES[label].ar).join('، ')
