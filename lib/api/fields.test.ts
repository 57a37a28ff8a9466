import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readFields, selectFields } from './fields.ts'

const person = z.strictObject({ name: z.string(), url: z.string() })
const schema = z.strictObject({
  title: z.string(),
  rating: z.strictObject({ value: z.number(), scale: z.strictObject({ key: z.string() }) }).nullable(),
  critics: z.array(person),
})
const review = {
  title: 'Her',
  rating: { value: 5, scale: { key: 'five' } },
  critics: [
    { name: 'A', url: '/a' },
    { name: 'B', url: '/b' },
  ],
}

function select(fields: string, value: unknown = review) {
  const read = readFields(fields, schema)
  return read.ok ? selectFields(value, read.wanted) : read.problem
}

describe('fields', () => {
  test('are taken whole, or from inside', () => {
    expect(select('title')).toEqual({ title: 'Her' })
    expect(select('rating')).toEqual({ rating: review.rating })
    expect(select('rating.scale.key,title')).toEqual({ title: 'Her', rating: { scale: { key: 'five' } } })
  })

  test('are taken of each in a list', () => {
    expect(select('critics.name')).toEqual({ critics: [{ name: 'A' }, { name: 'B' }] })
  })

  test('below nothing are nothing', () => {
    expect(select('rating.value', { ...review, rating: null })).toEqual({ rating: null })
  })

  test('all of something wins over a part of it, in either order', () => {
    expect(select('rating,rating.value')).toEqual({ rating: review.rating })
    expect(select('rating.value,rating')).toEqual({ rating: review.rating })
    expect(select('rating.value,rating.scale')).toEqual({ rating: review.rating })
    expect(select('title,title')).toEqual({ title: 'Her' })
  })

  test('that are not there are refused, with those that are', () => {
    expect(select('titel')).toBe('There is no field “titel”. Fields here are title, rating, critics.')
    expect(select('rating.score')).toBe('There is no field “rating.score”. Fields here are value, scale.')
    expect(select('rating,rating.score')).toContain('no field “rating.score”')
    expect(select('title.length')).toBe('There is no field “title.length”. There is nothing below it.')
    expect(select('critics.0')).toContain('no field “critics.0”')
  })

  test.each([
    '',
    ',',
    'title,',
    '.',
    'title.',
    '__proto__',
    'constructor',
    'toString',
    'rating.__proto__',
    'critics.length',
    ' title',
  ])('as “%s” are refused', fields => {
    expect(readFields(fields, schema).ok).toBe(false)
  })

  test('are so many at most', () => {
    expect(readFields(Array(101).fill('title').join(), schema)).toEqual({ ok: false, problem: 'At most 100 fields.' })
  })
})
