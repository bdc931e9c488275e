declare module 'edtf' {
  /** Milliseconds of the first and last instant an EDTF expression covers. */
  export default function edtf(text: string): { min: number; max: number }
}
