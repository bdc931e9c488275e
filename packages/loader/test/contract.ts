/** What a store must do, whichever database is behind it. */
import type { ArticleGraph } from '@mithaq/model'
import { afterAll, beforeAll, describe } from 'vitest'
import type { GraphStore } from '../src/index.ts'
import { articles, followUp } from './articles.ts'
import { describeAsking } from './asking-contract.ts'
import { describeBadRecords } from './bad-record-contract.ts'
import { describeLinks } from './links-contract.ts'
import { describeLoading } from './loading-contract.ts'
import { describeQuestions } from './questions-contract.ts'
import { describeValues } from './values-contract.ts'
import { describeViews } from './views-contract.ts'

export interface Fixture {
  /** An empty store; the one before it is closed. */
  fresh(): Promise<GraphStore>
  end(): Promise<void>
}

/** The store that is held to the contract. */
export interface Subject {
  /** Empty; the one before it is closed. */
  fresh(): Promise<GraphStore>
  /** With these records, or with all of the articles. */
  filled(records?: readonly ArticleGraph[]): Promise<GraphStore>
}

export interface ContractOptions {
  /** Random sequences of load, change and unload. */
  sequences: number
}

export function describeStore(
  name: string,
  fixture: () => Promise<Fixture>,
  { sequences }: ContractOptions,
): void {
  // oxlint-disable-next-line vitest/valid-title -- the caller names the store
  describe(name, () => {
    let from: Fixture
    beforeAll(async () => {
      from = await fixture()
    })
    afterAll(() => from.end())
    const subject: Subject = {
      fresh: () => from.fresh(),
      async filled(records = articles) {
        const store = await from.fresh()
        await store.load(records)
        return store
      },
    }
    describeLoading(subject, sequences)
    describeValues(subject)
    describeBadRecords(subject)
    describeAsking(subject)
    describeQuestions(() => subject.filled([...articles, followUp]))
    describeLinks((records) => subject.filled(records), sequences / 2)
    describeViews(() => subject.filled())
  })
}
