import { describe, expect, test } from 'vitest'
import { isPublicHost, isPublicIp } from '#lib/fetching/hosts.ts'
import { idsOf } from './commands-changed.ts'
import { targetProblem } from './hosts.ts'
import {
  answerWords,
  causeWords,
  isIndexNowKey,
  isWorthAnother,
  mostAttempts,
  pauseAfter,
  retryAfterOf,
} from './pings.ts'
import { pingsPath, readPingFilter, retrySchema } from './pings-schema.ts'

describe('after a failed attempt', () => {
  test('pauses grow, up to hours', () => {
    const pauses = Array.from({ length: mostAttempts }, (_, at) => pauseAfter(at + 1, null))
    expect(pauses.map(Math.round)).toEqual([3, 7, 20, 55, 148, 403, 1097, 2981, 8103, 22026, 22026, 22026])
  })

  test('a service that asks for a longer pause gets it, a day at most, and a shorter one changes nothing', () => {
    expect(pauseAfter(1, 600)).toBe(600)
    expect(pauseAfter(6, 5)).toBeCloseTo(403.4, 1)
    expect(pauseAfter(1, 10_000_000)).toBe(86_400)
  })

  test.each([
    ['120', 120],
    [' 0 ', 0],
    ['Mon, 23 Nov 2026 12:01:00 GMT', 60],
    ['Mon, 23 Nov 2026 11:00:00 GMT', 0],
    ['soon', null],
    ['-1', 0],
    ['', null],
    [undefined, null],
  ])('Retry-After: %s asks for %s seconds', (header, seconds) =>
    expect(retryAfterOf(header, new Date('2026-11-23T12:00:00Z'))).toBe(seconds),
  )

  test.each([403, 408, 425, 429, 500, 502, 503, 599])('%d is worth another', status =>
    expect(isWorthAnother(status)).toBe(true),
  )
  test.each([301, 308, 400, 401, 404, 410, 413, 422])('%d would be said again', status =>
    expect(isWorthAnother(status)).toBe(false),
  )
})

describe('words', () => {
  test('for an answer are the service’s own, and what they mean', () => {
    expect(answerWords('indexnow', 200, 'OK')).toBe('200 OK')
    expect(answerWords('indexnow', 202, 'Accepted')).toBe('202 Accepted: they will look for the key’s file')
    expect(answerWords('websub', 202, 'Accepted')).toBe('202 Accepted')
    expect(answerWords('websub', 302, 'Found')).toBe(
      '302 Found: it is somewhere else now, and a notice does not follow',
    )
    expect(answerWords('websub', 599, '')).toBe('599')
  })

  test('for what happened are those of the desk', () => {
    expect(causeWords('review.publish')).toBe('Published')
    expect(causeWords('something.new')).toBe('Changed')
  })
})

describe('hosts', () => {
  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.8.8.8',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    'fc00::1',
    'fe80::1',
    'fd12:3456::1',
    'ff02::1',
    '64:ff9b::a00:1',
    '2001:db8::1',
    '2002:a00:1::1',
    '2001::1',
    'localhost',
    '',
    '1.2.3',
  ])('%s is not public', ip => expect(isPublicIp(ip)).toBe(false))
  test.each(['8.8.8.8', '1.1.1.1', '172.15.0.1', '172.32.0.1', '2606:4700::1111', '2a00:1450:4001::200e'])(
    '%s is public',
    ip => expect(isPublicIp(ip)).toBe(true),
  )

  test.each([
    'localhost',
    'LOCALHOST',
    'a.localhost',
    'printer.local',
    'db',
    'api.internal',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '10.0.0.1',
    'localhost.',
  ])('%s is not called by its name', host => expect(isPublicHost(host)).toBe(false))
  test.each(['hub.example.org', 'hub.example.org.', '8.8.8.8', '[2606:4700::1111]'])('%s may be', host =>
    expect(isPublicHost(host)).toBe(true),
  )

  test.each([
    ['https://hub.example.org/', null],
    ['https://hub.example.org:8443/publish?x=1', null],
    ['http://hub.example.org/', 'https://'],
    ['hub.example.org', 'no address'],
    ['ftp://hub.example.org/', 'no address'],
    ['javascript:alert(1)', 'no address'],
    ['https://', 'no address'],
    ['https://name:word@hub.example.org/', 'name and password'],
    ['https://hub.example.org/#a', '#'],
    ['https://localhost/', 'private network'],
    ['https://127.0.0.1/', 'private network'],
    ['https://2130706433/', 'private network'],
    ['https://0x7f.1/', 'private network'],
    ['https://[::ffff:7f00:1]/', 'private network'],
    ['http://127.0.0.1:8080/', 'https://'],
    ['https://169.254.169.254/latest/meta-data', 'private network'],
  ])('%s: %s', (address, problem) => {
    if (problem === null) expect(targetProblem(address, false)).toBeNull()
    else expect(targetProblem(address, false)).toContain(problem)
  })

  test('in a private network are called with the operator’s leave, without TLS only on this machine', () => {
    expect(targetProblem('https://10.0.0.1/', true)).toBeNull()
    expect(targetProblem('http://localhost:8080/', true)).toBeNull()
    expect(targetProblem('http://[::1]:8080/', true)).toBeNull()
    expect(targetProblem('http://10.0.0.1/', true)).toContain('https://')
    expect(targetProblem('http://127.0.0.1.example.org/', true)).toContain('https://')
  })
})

describe('the list at the desk', () => {
  test('is narrowed by its address, and what cannot be read counts as not said', () => {
    expect(readPingFilter({ state: 'failed', service: 'websub', page: '3' })).toEqual({
      state: 'failed',
      service: 'websub',
      page: 3,
    })
    expect(readPingFilter({ state: ['sent', 'x'], service: 'mail', page: '-1' })).toEqual({
      state: 'sent',
      service: null,
      page: 1,
    })
    expect(pingsPath({ state: 'failed', service: null, page: 2 })).toBe('/desk/pings?state=failed&page=2')
    expect(pingsPath({})).toBe('/desk/pings')
  })

  test('sends one again, or all that failed, and nothing else comes along', () => {
    expect(retrySchema.safeParse({ id: 'all' }).success).toBe(true)
    for (const wrong of [{ id: 'each' }, {}, { id: 'all', state: 'sent' }])
      expect(retrySchema.safeParse(wrong).success).toBe(false)
  })
})

test('a key is 8 to 128 letters, digits and hyphens', () => {
  for (const key of ['a1b2c3d4', 'A-b-C-d-', 'a'.repeat(128)]) expect(isIndexNowKey(key)).toBe(true)
  for (const key of ['', 'robots', 'a'.repeat(129), 'a1b2c3d4.', 'ä1b2c3d4e', 'a1b2c3d4\n'])
    expect(isIndexNowKey(key)).toBe(false)
})

test('an event names ids of nouns once each', () => {
  const id = '018f2c0e-7b6a-7c3d-9e1f-0a2b3c4d5e6f'
  expect(idsOf([`review:${id}`, `review:${id}`, `work:${id}`, 'reviews', 'year:2014', 'review:x'], ['review'])).toEqual(
    [id],
  )
})
