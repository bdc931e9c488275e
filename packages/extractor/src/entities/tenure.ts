/** Tenures as the lexicon writes them: `foreign-minister 1975/2015`, open where they go on. */
import { valuesIn } from '../read-lexicon.ts'

export interface Tenure {
  office: string
  /** First and last day; the year's first and last where only the year is known. */
  from: string
  until: string
}

/** @example readOffices('emir 2013-06-25/') // [{ office: 'emir', from: '2013-06-25', until: '9999' }] */
export const readOffices = (cell: string): Tenure[] =>
  valuesIn(cell).map((value) => {
    const [office = '', dates = ''] = value.split(' ')
    const [from = '', until = ''] = dates.split('/')
    return {
      office,
      from: `${from}${'-01-01'.slice(from.length - 4)}`,
      until: until === '' ? '9999' : lastDay(until),
    }
  })

const lastDay = (until: string): string =>
  until.length === 4 ? `${until}-12-31` : until.length === 7 ? `${until}-31` : until

/** Whether a day within a tenure is not of a year that only bounds it by and large. */
export const isCertain = ({ from, until }: Tenure, day: string): boolean => {
  const year = day.slice(0, 4)
  return (!from.endsWith('-01-01') || from < year) && (!until.endsWith('-12-31') || until.slice(0, 4) > year)
}
