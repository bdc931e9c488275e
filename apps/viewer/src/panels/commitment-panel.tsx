import type { CommitmentView } from '@mithaq/model'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { formatRange } from '../i18n/dates.ts'
import { actionIn, fill, formatNumber, nameIn, termOf } from '../i18n/language.ts'
import { dateNode } from '@mithaq/views'
import { useActions, useLanguage } from '../state/use-app.ts'
import { NameList } from './name-list.tsx'
import { SourceChain } from './source-chain.tsx'
import { Ties } from './ties.tsx'

/** One commitment: who, what, to whom, where, when, if what, how sure, says who. */
export function CommitmentPanel({ commitment }: { commitment: CommitmentView }) {
  const { lang } = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  const { id, action, actionEn, kind, status } = commitment
  // What was chosen is read first, wherever it was chosen.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [id])
  const translated = lang === 'en' && actionEn !== undefined
  return (
    <div class="commitment">
      <p class="commitment-kind">
        <span class="tag">{termOf(lang, 'kind', kind)}</span>
        <span class="status" data-status={status}>
          {termOf(lang, 'status', status)}
        </span>
      </p>
      <h2 tabIndex={-1} ref={heading} dir="auto" lang={translated ? 'en' : 'ar'}>
        {actionIn(lang, commitment)}
      </h2>
      {translated && (
        <p class="original-action" dir="auto" lang="ar">
          {action}
        </p>
      )}
      <dl class="facts">
        <Roles commitment={commitment} />
        <Times commitment={commitment} />
        <Circumstances commitment={commitment} />
      </dl>
      <Traits commitment={commitment} />
      <Ties commitment={commitment} />
    </div>
  )
}

/** What is known of the commitment as a whole, in one quiet line. */
function Traits({ commitment: { certainty, polarity, eventClass, origin } }: { commitment: CommitmentView }) {
  const { lang, m } = useLanguage()
  return (
    <ul class="traits" role="list">
      <li>{`${m.role.certainty}: ${termOf(lang, 'certainty', certainty)}`}</li>
      <li>{`${m.role.polarity}: ${termOf(lang, 'polarity', polarity)}`}</li>
      {eventClass !== undefined && (
        <li>{`${m.role.eventClass}: ${termOf(lang, 'eventClass', eventClass)}`}</li>
      )}
      {origin !== undefined && <li>{`${m.role.origin}: ${termOf(lang, 'origin', origin)}`}</li>}
    </ul>
  )
}

function Roles({ commitment }: { commitment: CommitmentView }) {
  const { m } = useLanguage()
  const { committers, creditors, concerns, places } = commitment
  const at = (role: 'at' | 'from' | 'toward') => places.filter((place) => place.role === role)
  return (
    <>
      <Names label={m.role.committers} names={committers} />
      <Names label={m.role.creditors} names={creditors} />
      <Names label={m.role.concerns} names={concerns} />
      <Names label={m.role.at} names={at('at')} />
      <Names label={m.role.from} names={at('from')} />
      <Names label={m.role.toward} names={at('toward')} />
    </>
  )
}

function Times({ commitment: { begins, due } }: { commitment: CommitmentView }) {
  const { lang, m } = useLanguage()
  const { choose, point } = useActions()
  const when = (label: string, range: CommitmentView['due']) =>
    range !== null && (
      <Fact label={label}>
        <button
          type="button"
          class="name"
          onClick={() => choose(dateNode(range))}
          onPointerEnter={() => point(dateNode(range))}
          onPointerLeave={() => point(null)}
        >
          {formatRange(lang, range)}
        </button>
      </Fact>
    )
  return (
    <>
      {when(m.role.begins, begins)}
      {when(m.role.due, due)}
    </>
  )
}

function Circumstances({ commitment }: { commitment: CommitmentView }) {
  const { lang, m } = useLanguage()
  const { condition, quantity, statedBy } = commitment
  return (
    <>
      {condition !== undefined && (
        <Fact label={m.role.condition}>
          <q dir="auto" lang="ar">
            {condition}
          </q>
        </Fact>
      )}
      {quantity !== undefined && (
        <Fact label={m.role.quantity}>
          <bdi>{quantityText(lang, m.about, quantity)}</bdi>
        </Fact>
      )}
      <Fact label={m.role.sources}>
        <SourceChain sources={statedBy} />
      </Fact>
    </>
  )
}

function quantityText(
  lang: 'ar' | 'en',
  about: string,
  { value, unit, approximate }: NonNullable<CommitmentView['quantity']>,
): string {
  const exact = `${formatNumber(lang, value)} ${unit}`
  return approximate ? fill(about, { value: exact }) : exact
}

function Names({
  label,
  names,
}: {
  label: string
  names: readonly { id: string; name: string; nameEn?: string | undefined }[]
}) {
  const { lang } = useLanguage()
  const { choose, point } = useActions()
  if (names.length === 0) return null
  return (
    <Fact label={label}>
      <NameList lang={lang} names={names}>
        {(name) => (
          <button
            type="button"
            class="name"
            onClick={() => choose(name.id)}
            onPointerEnter={() => point(name.id)}
            onPointerLeave={() => point(null)}
          >
            {nameIn(lang, name)}
          </button>
        )}
      </NameList>
    </Fact>
  )
}

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
