import { useEffect, useState } from 'preact/hooks'
import { useLanguage } from '../state/use-app.ts'
import type { Piece } from './cypher-colours.ts'

interface Props {
  value: string
  set: (value: string) => void
  submit: () => void
}

/** A text field over its own coloured copy; Ctrl and Enter ask. The colours come when they are loaded. */
export function CypherField({ value, set, submit }: Props) {
  const { m } = useLanguage()
  const [piecesOf, setPiecesOf] = useState<((query: string) => Piece[]) | null>(null)
  useEffect(() => {
    void import('./cypher-colours.ts').then(({ cypherPieces }) => setPiecesOf(() => cypherPieces))
  }, [])
  const pieces = piecesOf === null ? [{ text: value, kind: '' }] : piecesOf(value)
  return (
    <div class="cypher-field" dir="ltr">
      <pre aria-hidden="true">
        {pieces.map(({ text, kind }, index) => (
          <span key={index} class={kind === '' ? undefined : `cypher-${kind}`}>
            {text}
          </span>
        ))}
        {'\n'}
      </pre>
      <textarea
        aria-label={m.cypherLabel}
        spellcheck={false}
        autocomplete="off"
        rows={5}
        value={value}
        placeholder="MATCH (a:Actor)-[:COMMITS_TO]->(c:Commitment) RETURN a, c LIMIT 20"
        onInput={({ currentTarget }) => set(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
        }}
      />
    </div>
  )
}
