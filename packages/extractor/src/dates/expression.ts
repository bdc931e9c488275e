/**
 * What a time expression says, before a reference day makes days of it. Productions build these;
 * `resolve.ts` turns them into intervals; `publication.ts` asks under which reference they hold.
 */
export type Calendar = 'gregorian' | 'hijri'
export type Unit =
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'
export type Season = 'spring' | 'summer' | 'autumn' | 'winter'
/** -1 past, 0 current, 1 next; ±2 the one beyond. */
export type Which = -2 | -1 | 0 | 1 | 2
/** First, middle, last third. */
export type Edge = 0 | 1 | 2

export interface Amount {
  readonly unit: Unit
  /** Halves are allowed: عام ونصف is 1.5. */
  readonly count: number
}

export type Expression =
  /** A year, month or day of a calendar; without a year the nearest, or the one `which` says. */
  | {
      readonly is: 'calendar'
      readonly calendar: Calendar
      readonly year?: number | Expression | undefined
      readonly month?: number | undefined
      readonly day?: number | undefined
      readonly which?: Which | undefined
      /** No era in the text: the caller's calendar decides for years that may be of either. */
      readonly assumed?: boolean | undefined
    }
  /**
   * الشهر الجاري، العام المقبل; from the last date mentioned where the text says نفسه or
   * التالي, from the nearest turn of the year in «العام الجديد». */
  | {
      readonly is: 'unit'
      readonly unit: Unit
      readonly offset: number
      readonly from: 'reference' | 'previous' | 'turn'
    }
  | { readonly is: 'weekday'; readonly weekday: number; readonly which?: Which | undefined }
  /** قبل ثلاثة أيام، بعد أسبوعين، with another anchor: بعد يومين من 5 مايو. */
  | {
      readonly is: 'shift'
      readonly amount: Amount
      readonly sign: -1 | 1
      readonly from?: Expression | undefined
    }
  /** خلال الـ12 شهراً المقبلة: from the reference on, or back from it. */
  | { readonly is: 'window'; readonly amount: Amount; readonly sign: -1 | 1 }
  /** مطلع، منتصف، نهاية. */
  | { readonly is: 'edge'; readonly edge: Edge; readonly of: Expression }
  /** الربع الأول من 2025: the nth of `parts` equal parts; n = -1 is the last. */
  | { readonly is: 'fraction'; readonly parts: number; readonly n: number; readonly of: Expression }
  /** الأسبوع الأول من أكتوبر، الأشهر الستة الأولى من العام: `count` units from the nth on. */
  | {
      readonly is: 'nth'
      readonly unit: Unit
      readonly n: number
      readonly count: number
      readonly of: Expression
    }
  /** أول ثلاثاء من نوفمبر; with `orDay` the nth day itself where it is that weekday. */
  | {
      readonly is: 'nth-weekday'
      readonly weekday: number
      readonly n: number
      readonly of: Expression
      readonly orDay?: boolean
    }
  | {
      readonly is: 'season'
      readonly season: Season
      readonly year?: number | Expression | undefined
      readonly which?: Which | undefined
    }
  | { readonly is: 'decade'; readonly tens: number; readonly century?: Expression | undefined }
  | { readonly is: 'century'; readonly n: number; readonly calendar: Calendar }
  | { readonly is: 'range'; readonly from: Expression; readonly to: Expression }
  /** Before Christ: outside what an ISO day of four digits can say, so named only. */
  | { readonly is: 'bc'; readonly year: number; readonly span: 1 | 100 }
  /** Two readings of one day: `value` is what it resolves to, `beside` what also holds. */
  | { readonly is: 'both'; readonly value: Expression; readonly beside: Expression }
  | { readonly is: 'duration'; readonly amount: Amount }
  /** Recurs: an EDTF with unspecified digits, or an ISO 8601 repeating period. */
  | { readonly is: 'set'; readonly edtf: string }

export type Grain = Unit | 'season' | 'other'

/** How coarse an expression is: what may stand as part of what. */
export function grainOf(expression: Expression): Grain {
  switch (expression.is) {
    case 'calendar':
      return expression.day !== undefined ? 'day' : expression.month !== undefined ? 'month' : 'year'
    case 'unit':
      return expression.unit
    case 'weekday':
    case 'nth-weekday':
      return 'day'
    case 'shift':
      return 'day'
    case 'nth':
      return expression.count === 1 ? expression.unit : 'other'
    case 'fraction':
      return grainOf(expression.of) === 'year' ? (expression.parts === 2 ? 'half' : 'quarter') : 'other'
    case 'season':
      return 'season'
    case 'decade':
      return 'decade'
    case 'century':
      return 'century'
    case 'both':
      return grainOf(expression.value)
    case 'bc':
      return expression.span === 1 ? 'year' : 'century'
    default:
      return 'other'
  }
}

/** True where days cannot be named without a reference day or an earlier mention. */
export function isRelative(expression: Expression): boolean {
  switch (expression.is) {
    case 'unit':
    case 'weekday':
    case 'window':
      return true
    case 'shift':
      return expression.from === undefined || isRelative(expression.from)
    case 'calendar':
    case 'season':
      if (expression.which !== undefined) return true
      return typeof expression.year === 'object' && isRelative(expression.year)
    case 'edge':
    case 'fraction':
    case 'nth':
    case 'nth-weekday':
      return isRelative(expression.of)
    case 'decade':
      return expression.century !== undefined && isRelative(expression.century)
    case 'range':
      return isRelative(expression.from) || isRelative(expression.to)
    case 'both':
      return isRelative(expression.value)
    default:
      return false
  }
}

/** True where the year is left to the reader: «5 مايو». */
export function lacksYear(expression: Expression): boolean {
  switch (expression.is) {
    case 'calendar':
      return expression.year === undefined && expression.which === undefined
    case 'season':
      return expression.year === undefined && expression.which === undefined
    case 'edge':
    case 'fraction':
    case 'nth':
    case 'nth-weekday':
      return lacksYear(expression.of)
    case 'both':
      return lacksYear(expression.value)
    case 'range':
      return lacksYear(expression.from) && lacksYear(expression.to)
    default:
      return false
  }
}
