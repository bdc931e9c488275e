/**
 * What the site takes from the code itself, written to generated/ before it is built: the commands' own help, the
 * record from its schemas, the vocabulary's tables and drawings, the named questions, an explanation, the figures.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { extract } from '@mithaq/extractor'
import { explain, type Explanation } from '@mithaq/extractor/explain'
import { renderExplanation } from '../../apps/cli/src/output/render-explanation.ts'
import { drawExample, drawLinks, drawThings, drawUndertaking } from './drawings.ts'
import { writeCommands } from './write-commands.ts'
import { writeQuestions } from './write-questions.ts'
import { writeRecord } from './write-record.ts'
import {
  writeEnums,
  writeNodes,
  writeNodesInArabic,
  writeRelations,
  writeRelationsInArabic,
} from './write-vocabulary.ts'

const ROOT = new URL('../../', import.meta.url)
const GENERATED = new URL('../generated/', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8')

/** The sentence that the site follows to its triples. */
const EXAMPLE = 'examples/01-iraq-turkey-communique'
const FOLLOWED = 'وقال المتحدث باسم الحكومة العراقية'
/** Sentences of which nothing comes. */
const BARREN = [
  'لم يوضح المسؤول ما إذا كانت أنقرة ستسحب قواتها.',
  'ودعا الوزير العراقي إيران إلى أن تتعهد بعدم التدخل.',
  'وسيتم افتتاح المعبر قريباً.',
]

const text = read(`${EXAMPLE}.txt`)
const facts = JSON.parse(read(`${EXAMPLE}.json`)) as { title: string; published: string; publisher: string }

const STEPS = [
  'head',
  'sentence',
  'words',
  'dates',
  'names',
  'statements',
  'undertaking',
  'done',
  'triples',
] as const

/** A trace as `mithaq explain` prints it, by its steps. */
function stepsOf(explanation: Explanation): Record<(typeof STEPS)[number], string> {
  const parts = renderExplanation(explanation).trimEnd().split('\n\n')
  return Object.fromEntries(STEPS.map((step, i) => [step, parts[i]!])) as Record<
    (typeof STEPS)[number],
    string
  >
}

const fenced = (lines: string): string => `\`\`\`text wrap\n${lines}\n\`\`\``

const followed = stepsOf(explain({ ...facts, text }, text.indexOf(FOLLOWED)))
const barren = BARREN.map((sentence) => stepsOf(explain({ text: sentence, published: facts.published }, 0)))

const graph = extract({ ...facts, text })
const overTime = readdirSync(new URL('examples/over-time/', ROOT))
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => {
    const said = JSON.parse(read(`examples/over-time/${name.replace(/txt$/u, 'json')}`)) as typeof facts
    return extract({ ...said, text: read(`examples/over-time/${name}`) })
  })
const pages: Record<string, string> = {
  'commands.md': writeCommands(),
  'record.md': writeRecord(),
  'questions.md': writeQuestions(),
  'nodes.md': writeNodes(),
  'relations.md': writeRelations(),
  'nodes-ar.md': writeNodesInArabic(),
  'relations-ar.md': writeRelationsInArabic(),
  'enums.md': writeEnums(),
  'drawing-undertaking.md': drawUndertaking('en'),
  'drawing-undertaking-ar.md': drawUndertaking('ar'),
  'drawing-things.md': drawThings('en'),
  'drawing-things-ar.md': drawThings('ar'),
  'drawing-links.md': drawLinks('en', overTime),
  'drawing-links-ar.md': drawLinks('ar', overTime),
  'drawing-example.md': drawExample('en', graph),
  'drawing-example-ar.md': drawExample('ar', graph),
  ...Object.fromEntries(STEPS.map((step) => [`step-${step}.md`, fenced(followed[step])])),
  'barren.md': barren.map(({ sentence, undertaking }) => fenced(`${sentence}\n${undertaking}`)).join('\n\n'),
  'figures.md': figuresOf(read('README.md')),
}

rmSync(GENERATED, { recursive: true, force: true })
mkdirSync(GENERATED)
for (const [name, content] of Object.entries(pages)) writeFileSync(new URL(name, GENERATED), `${content}\n`)

/** The table of accuracy, as the README has it. @throws where the README has none */
function figuresOf(readme: string): string {
  const table = /^\| F1 [\s\S]*?\n(?!\|)/mu.exec(readme)?.[0]
  if (table === undefined) throw new Error('README.md has no table of figures')
  return table.trimEnd()
}
