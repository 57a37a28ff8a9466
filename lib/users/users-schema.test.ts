import { describe, expect, test } from 'vitest'
import { profileSchema, setupSchema } from './users-schema.ts'

describe('a profile', () => {
  test('has a name in one line and a time zone, or the publication’s', () => {
    expect(profileSchema.parse({ name: '  Ada \n Okafor\0 ', timeZone: 'Europe/Berlin' })).toEqual({
      name: 'Ada Okafor',
      timeZone: 'Europe/Berlin',
    })
    expect(profileSchema.parse({ name: 'Ada', timeZone: '' }).timeZone).toBeNull()
  })

  test.each([
    { name: ' ', timeZone: '' },
    { name: 'x'.repeat(101), timeZone: '' },
    { name: 'Ada', timeZone: 'Europe/Nowhere' },
    { name: 'Ada', timeZone: '', role: 'owner' },
    { name: 'Ada', timeZone: '', disabledAt: '' },
  ])('is refused as %j', input => {
    expect(profileSchema.safeParse(input).success).toBe(false)
  })
})

test('a set-up takes four fields and no role', () => {
  const input = { secret: 's', name: 'Ada', email: ' ada@example.org ', password: 'five small green lamps' }
  expect(setupSchema.parse(input).email).toBe('ada@example.org')
  expect(setupSchema.safeParse({ ...input, role: 'owner' }).success).toBe(false)
  expect(setupSchema.safeParse({ ...input, email: 'ada' }).success).toBe(false)
})
