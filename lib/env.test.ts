import { describe, expect, test } from 'vitest'
import { describeEnv, EnvError, parseEnv } from './env.ts'

describe('the environment', () => {
  test('needs nothing', () => {
    expect(parseEnv({})).toMatchObject({
      PORT: 3000,
      DATA_DIR: '.data',
      SITE_URL: 'http://localhost:3000',
      WORKER: 'inline',
    })
  })

  test('takes an empty value as unset', () => {
    expect(parseEnv({ PORT: '', DATABASE_URL: '', SMTP_URL: '' })).toEqual(parseEnv({}))
  })

  test('keeps only the origin of the site address', () => {
    expect(parseEnv({ SITE_URL: 'https://reviews.example.org/some/path/' }).SITE_URL).toBe(
      'https://reviews.example.org',
    )
  })

  test('names every problem at once, with what was given and what is allowed', () => {
    expect(problems({ PORT: 'eighty', WORKER: 'maybe' })).toEqual([
      'PORT is "eighty"; it must be a number from 1 to 65535.',
      'WORKER is "maybe"; it must be inline or off.',
    ])
  })

  test('never repeats a secret', () => {
    const said = problems({
      DATABASE_URL: 'mysql://root:hunter2@db',
      AUTH_SECRET: 'hunter2',
      SMTP_URL: 'hunter2',
    }).join()
    expect(said).toContain('AUTH_SECRET')
    expect(said).not.toContain('hunter2')
  })

  test('is described to the last variable', () => {
    expect(describeEnv().filter(variable => variable.description === '')).toEqual([])
  })
})

function problems(source: Record<string, string>): string[] {
  try {
    parseEnv(source)
    return []
  } catch (error) {
    return error instanceof EnvError ? error.problems : [String(error)]
  }
}
