import { addDays, intervalToEdtf } from '@mithaq/model'

/** The id of the date node that a range of days is. */
export const dateNode = ({ start, end }: { start: string | null; end: string | null }): string =>
  `date:${intervalToEdtf({ from: start, until: end === null ? null : addDays(end, 1) })}`
