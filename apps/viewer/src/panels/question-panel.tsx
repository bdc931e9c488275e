import type { Question, Table } from '@mithaq/model'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { ViewerError } from '../errors.ts'
import { formatNumber, plural } from '../i18n/language.ts'
import { nodesOf, paramValue, paramsOf } from '../state/question.ts'
import { useActions, useApi, useApp, useLanguage } from '../state/use-app.ts'
import { AnswerTable } from './answer-table.tsx'
import { CypherField } from './cypher-field.tsx'
import { Icon } from './icon.tsx'
import { LoadingNotice, Notice } from './notice.tsx'

type Answer =
  | { state: 'none' | 'asking' }
  | { state: 'failed'; message: string }
  | { state: 'ready'; table: Table }

/** The store asked in Cypher: a named question or one's own, its answer as a table and in the network. */
export function QuestionPanel() {
  const { m } = useLanguage()
  const api = useApi()
  const cypher = useApp(({ view }) => view.cypher)
  const typed = useApp(({ view }) => view.params)
  const { look, pickAll } = useActions()
  const [questions, setQuestions] = useState<readonly Question[] | null>(null)
  const [answer, setAnswer] = useState<Answer>({ state: 'none' })
  const first = useRef(true)

  useEffect(() => void api.questions().then(setQuestions, () => setQuestions([])), [api])
  const ask = async (query: string, values: Readonly<Record<string, string>>): Promise<void> => {
    setAnswer({ state: 'asking' })
    const named = Object.fromEntries(paramsOf(query).map((name) => [name, paramValue(values[name] ?? '')]))
    setAnswer(await answerOf(api.cypher(query, named)))
  }
  // What was not typed is as in the example that a named question comes with.
  const params = { ...exampleParams(questions?.find((one) => one.cypher === cypher)), ...typed }
  // A shared link comes with its question: it is asked at once.
  useEffect(() => {
    if (questions === null || !first.current) return
    first.current = false
    if (cypher !== '' && questions.length > 0) void ask(cypher, params)
  }, [questions])

  if (questions === null) return <LoadingNotice />
  if (questions.length === 0) return <Notice title={m.noQuestions}>{m.noQuestionsBody}</Notice>
  const choose = (question: Question): void => {
    const values = exampleParams(question)
    look({ cypher: question.cypher, params: values })
    void ask(question.cypher, values)
  }
  const show = (table: Table): void => {
    pickAll(nodesOf(table))
    look({ stage: 'graph', expanded: nodesOf(table).slice(0, MOST_EXPANDED) })
  }
  return (
    <div class="questions">
      <NamedQuestions questions={questions} cypher={cypher} choose={choose} />
      <form
        class="question-form"
        onSubmit={(event) => {
          event.preventDefault()
          void ask(cypher, params)
        }}
      >
        <CypherField
          value={cypher}
          set={(next) => look({ cypher: next })}
          submit={() => void ask(cypher, params)}
        />
        <Params
          names={paramsOf(cypher)}
          values={params}
          set={(name, value) => look({ params: { ...typed, [name]: value } })}
        />
        <button type="submit" class="button primary" disabled={cypher.trim() === ''}>
          {m.askQuestion}
        </button>
        <span class="muted question-note">{m.readOnly}</span>
      </form>
      <div class="answer" aria-live="polite" aria-busy={answer.state === 'asking'}>
        {answer.state === 'none' && <FirstQuestions questions={questions} choose={choose} />}
        {answer.state === 'asking' && <LoadingNotice />}
        {answer.state === 'failed' && <Failure message={answer.message} />}
        {answer.state === 'ready' && <Ready table={answer.table} show={() => show(answer.table)} />}
      </div>
    </div>
  )
}

/** Of so many nodes the surroundings are fetched, where an answer is shown in the network. */
const MOST_EXPANDED = 12

const exampleParams = (question: Question | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(question?.params ?? {}).map(([name, value]) => [name, String(value ?? '')]),
  )

const answerOf = (asked: Promise<Table>): Promise<Answer> =>
  asked.then(
    (table) => ({ state: 'ready', table }),
    (error: unknown) => {
      if (error instanceof ViewerError) return { state: 'failed', message: error.message }
      throw error
    },
  )

function NamedQuestions(props: {
  questions: readonly Question[]
  cypher: string
  choose: (question: Question) => void
}) {
  const { lang, m } = useLanguage()
  const id = useId()
  return (
    <p class="named-questions">
      <label for={id}>{m.namedQuestions}</label>
      <select
        id={id}
        value={props.questions.find(({ cypher }) => cypher === props.cypher)?.name ?? ''}
        onChange={({ currentTarget }) => {
          const chosen = props.questions.find(({ name }) => name === currentTarget.value)
          if (chosen !== undefined) props.choose(chosen)
        }}
      >
        <option value="">{m.ownQuestion}</option>
        {props.questions.map(({ name, title, titleEn }) => (
          <option key={name} value={name}>
            {lang === 'ar' ? title : titleEn}
          </option>
        ))}
      </select>
    </p>
  )
}

/** Before anything was asked: what can be. */
function FirstQuestions(props: { questions: readonly Question[]; choose: (question: Question) => void }) {
  const { lang, m } = useLanguage()
  return (
    <div class="first-questions">
      <p class="muted">{m.firstQuestions}</p>
      <ul role="list">
        {props.questions.map((question) => (
          <li key={question.name}>
            <button type="button" class="button" onClick={() => props.choose(question)}>
              {lang === 'ar' ? question.title : question.titleEn}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Params(props: {
  names: readonly string[]
  values: Readonly<Record<string, string>>
  set: (name: string, value: string) => void
}) {
  return (
    <>
      {props.names.map((name) => (
        <label key={name} class="question-param">
          <code dir="ltr">{`$${name}`}</code>
          <input
            type="text"
            dir="auto"
            value={props.values[name] ?? ''}
            onInput={({ currentTarget }) => props.set(name, currentTarget.value)}
          />
        </label>
      ))}
    </>
  )
}

function Failure({ message }: { message: string }) {
  const { m } = useLanguage()
  return (
    <div class="notice" role="alert">
      <p class="notice-title">{m.questionFailed}</p>
      <p dir="ltr" lang="en">
        {message}
      </p>
    </div>
  )
}

function Ready({ table, show }: { table: Table; show: () => void }) {
  const { lang, m } = useLanguage()
  const nodes = nodesOf(table)
  return (
    <>
      <div class="answer-head">
        <span>{plural(lang, m.rowCount, table.rows.length)}</span>
        {table.truncated && <span class="muted">{m.answerCut}</span>}
        {nodes.length > 0 && (
          <button type="button" class="button" onClick={show}>
            <Icon name="link" />
            {m.showInGraph}
            <span class="badge">{formatNumber(lang, nodes.length)}</span>
          </button>
        )}
      </div>
      {table.rows.length === 0 ? <Notice>{m.noRows}</Notice> : <AnswerTable table={table} />}
    </>
  )
}
