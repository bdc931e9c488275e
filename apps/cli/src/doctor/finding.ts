/** One line of `doctor`. */
export interface Finding {
  part: string
  /** `absent` is for what can be done without. */
  state: 'well' | 'absent' | 'ill'
  /** What was found, and what to do where that is not enough. */
  says: string
}

export const well = (part: string, says: string): Finding => ({ part, state: 'well', says })
export const absent = (part: string, says: string): Finding => ({ part, state: 'absent', says })
export const ill = (part: string, says: string): Finding => ({ part, state: 'ill', says })
