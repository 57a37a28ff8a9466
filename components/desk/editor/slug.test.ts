import { describe, expect, test } from 'vitest'
import { followsTitle, nextSlug, slugFor } from './slug.ts'

const draft = { publishedAt: null }

describe('the address follows the headline', () => {
  test('from the beginning, and as long as it is made of it', () => {
    expect(followsTitle(draft, { slug: 'draft-0123456789ab', title: '' })).toBe(true)
    expect(followsTitle(draft, { slug: 'her-ten-years-on', title: 'Her, Ten Years On' })).toBe(true)
    expect(followsTitle(draft, { slug: 'her-2', title: 'Her' })).toBe(true)
  })

  test('no longer once it was written by hand, or readers know it', () => {
    expect(followsTitle(draft, { slug: 'voices', title: 'Her' })).toBe(false)
    expect(followsTitle({ publishedAt: '2026-01-01' }, { slug: 'her', title: 'Her' })).toBe(false)
  })

  test('an empty headline leaves it', () =>
    expect([slugFor(' ', 'her'), slugFor('Her & Him', 'x')]).toEqual(['her', 'her-and-him']))

  test('a taken one counts on', () => {
    expect(nextSlug('her', 'Her')).toBe('her-2')
    expect(nextSlug('her-2', 'Her')).toBe('her-3')
    expect(nextSlug('her-9', 'Her')).toBe('her-10')
  })
})
