import { describe, expect, test } from 'vitest'
import { describeSchema } from './library-schema.ts'
import { knownLicence, knownLicences } from './licences.ts'

describe('licences', () => {
  test('each has a name of its own, and none is there twice', () => {
    expect(new Set(knownLicences.map(({ name }) => name)).size).toBe(knownLicences.length)
    expect(new Set(knownLicences.map(({ id }) => id)).size).toBe(knownLicences.length)
  })

  test('each can be stored as it stands', () => {
    const shape = describeSchema.pick({ licence: true, licenceUrl: true })
    for (const { name, url } of knownLicences)
      expect(shape.parse({ licence: name, licenceUrl: url })).toEqual({ licence: name, licenceUrl: url })
  })

  test('those of Creative Commons have the address of their deed', () => {
    for (const { id, url } of knownLicences)
      if (/^CC/.test(id))
        expect(url).toMatch(/^https:\/\/creativecommons\.org\/(licenses|publicdomain)\/[a-z-]+\/\d\.0\/$/)
    expect(knownLicence('CC BY-SA 4.0')?.url).toBe('https://creativecommons.org/licenses/by-sa/4.0/')
  })

  test('own words are none of them', () => {
    expect(knownLicence('')).toBeNull()
    expect(knownLicence('Ask the photographer')).toBeNull()
  })
})
