import { describeStore } from './contract.ts'
import { embeddedFixture } from './embedded-fixture.ts'

describeStore('the embedded store', embeddedFixture, { sequences: 200 })
