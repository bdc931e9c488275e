import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinProfiles, type Profile, profileProperties } from './profile.ts'

const words = fc.constantFrom('أحمد', 'احمد', 'محمد', 'مسؤول')
const tie = fc.record({
  predicate: fc.constantFrom('PART_OF' as const, 'TERRITORY' as const),
  object: fc.constantFrom('actor:Q796', 'actor:Q30'),
  evidence: fc.uniqueArray(words, { minLength: 1 }).map((list) => list.sort()),
  rule: fc.constantFrom('a', 'b'),
  basis: fc.constantFrom('stated' as const, 'implied' as const),
})
const profile: fc.Arbitrary<Profile> = fc
  .record({
    type: fc.constantFrom('Person', 'Group'),
    named: fc.boolean(),
    name: words,
    nameEn: fc.option(fc.constantFrom('Ahmad', 'Ahmed'), { nil: undefined }),
    iso: fc.option(fc.constantFrom('IQ', 'US'), { nil: undefined }),
    location: fc.option(fc.record({ latitude: fc.nat(3), longitude: fc.nat(3) }), { nil: undefined }),
    spellings: fc.array(words),
    ties: fc.array(tie),
  })
  // Joined with itself once, it is as profiles of articles are: in order and without duplicates.
  .map((draw) => joinProfiles([{ label: 'Actor', ...draw, spellings: [draw.name, ...draw.spellings] }]))

describe('what articles say of an entity', () => {
  it('joins to the same whatever the order, the grouping and the repetition', () => {
    fc.assert(
      fc.property(profile, profile, profile, (a, b, c) => {
        const all = JSON.stringify(joinProfiles([a, b, c]))
        expect(JSON.stringify(joinProfiles([c, a, b]))).toBe(all)
        expect(JSON.stringify(joinProfiles([a, joinProfiles([b, c])]))).toBe(all)
        expect(JSON.stringify(joinProfiles([joinProfiles([a, b, c]), b]))).toBe(all)
      }),
    )
  })

  it('prefers a name to a description, and keeps the other spellings', () => {
    const part: Pick<Profile, 'label' | 'type' | 'ties'> = { label: 'Actor', type: 'Person', ties: [] }
    const described: Profile = { ...part, named: false, name: 'الرئيس', spellings: ['الرئيس'] }
    const named: Profile = { ...part, named: true, name: 'محمد', spellings: ['محمد', 'محمّد'] }
    expect(profileProperties('actor:1', joinProfiles([described, named]))).toEqual({
      id: 'actor:1',
      name: 'محمد',
      aliases: ['الرئيس', 'محمّد'],
      named: true,
    })
  })
})
