import { Fragment } from 'preact'
import type { ComponentChild } from 'preact'
import { listFormat } from '../i18n/language.ts'
import type { Language } from '../state/view-state.ts'

/** «الولايات المتحدة والعراق»: joined as the language joins, each name isolated from the direction of the others. */
export function NameList<T extends { id: string }>(props: {
  lang: Language
  names: readonly T[]
  children: (name: T) => ComponentChild
}) {
  const parts = listFormat(props.lang).formatToParts(props.names.map((_, index) => String(index)))
  return (
    <>
      {parts.map(({ type, value }, index) => {
        const name = type === 'element' ? props.names[Number(value)] : undefined
        return (
          <Fragment key={index}>{name === undefined ? value : <bdi>{props.children(name)}</bdi>}</Fragment>
        )
      })}
    </>
  )
}
