/**
 * The model as one file: a header, then arrays as the machine reads them (little-endian), each on a boundary of
 * four bytes. A model is read without a copy being made of it.
 */
import type { Transitions } from './chain.ts'
import type { FeatureTable } from './hash-table.ts'
import type { Knowledge } from './knowledge.ts'
import { L } from './labels.ts'

export interface Model {
  readonly knowledge: Knowledge
  readonly features: FeatureTable
  /** What one unit of a row is worth. */
  readonly scale: number
  readonly transitions: Transitions
}

/** «MNT1», the first four bytes of every model of this layout. */
const MAGIC = 0x31544e4d
const SECTIONS = 10

type Section = Int32Array | Uint32Array | Float32Array | Uint16Array | Uint8Array | Int8Array

const sectionsOf = ({ knowledge, features, scale, transitions }: Model): Section[] => [
  knowledge.words.keys,
  knowledge.words.lists,
  knowledge.words.frequency,
  knowledge.words.topic,
  knowledge.phrases.keys,
  knowledge.phrases.uses,
  knowledge.letters,
  features.prints,
  features.rows,
  Float32Array.from([scale, ...transitions]),
]

const padded = (bytes: number): number => Math.ceil(bytes / 4) * 4

/** The bytes of a model file. */
export function writeModel(model: Model): Uint8Array {
  const sections = sectionsOf(model)
  const header = 4 * (1 + SECTIONS)
  const file = new Uint8Array(header + sections.reduce((sum, { byteLength }) => sum + padded(byteLength), 0))
  const view = new DataView(file.buffer)
  view.setUint32(0, MAGIC, true)
  let at = header
  for (const [i, section] of sections.entries()) {
    view.setUint32(4 * (i + 1), section.byteLength, true)
    file.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at)
    at += padded(section.byteLength)
  }
  return file
}

/** The model in a file. @throws RangeError when the bytes are no model of this layout, or a part of one */
export function readModel(given: Uint8Array): Model {
  // Arrays of four bytes must lie on such a boundary; a file read into a pool may not.
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice()
  const header = 4 * (1 + SECTIONS)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < header || view.getUint32(0, true) !== MAGIC)
    throw new RangeError('no name model of this layout')
  const places: [from: number, size: number][] = []
  let at = header
  for (let i = 0; i < SECTIONS; i++) {
    const size = view.getUint32(4 * (i + 1), true)
    places.push([bytes.byteOffset + at, size])
    at += padded(size)
  }
  if (at !== bytes.length)
    throw new RangeError(`a name model of ${at} bytes, of which ${bytes.length} are here`)
  const { buffer } = bytes
  const place = (i: number): [from: number, size: number] => places[i]!
  const ints = (i: number): Int32Array => new Int32Array(buffer, place(i)[0], place(i)[1] / 4)
  const small = (i: number): Uint8Array => new Uint8Array(buffer, ...place(i))
  const numbers = new Float32Array(buffer, place(9)[0], place(9)[1] / 4)
  const lists = new Uint32Array(buffer, place(1)[0], place(1)[1] / 4)
  const prints = new Uint16Array(buffer, place(7)[0], place(7)[1] / 2)
  return {
    knowledge: {
      words: { keys: ints(0), lists, frequency: small(2), topic: small(3) },
      phrases: { keys: ints(4), uses: small(5) },
      letters: new Int8Array(buffer, ...place(6)),
    },
    features: { prints, rows: new Int8Array(buffer, ...place(8)), labels: L },
    scale: numbers[0]!,
    transitions: numbers.subarray(1),
  }
}
