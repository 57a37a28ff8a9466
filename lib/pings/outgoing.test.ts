import { beforeEach, describe, expect, test } from 'vitest'
import { OutgoingError, publicLookup } from '#lib/fetching/outgoing.ts'
import { post } from './outgoing.ts'
import { startService } from './testing.ts'

const service = await startService()
const own = { allowsPrivate: true, patience: 300 }
const what = { type: 'text/plain', body: 'Grüße' }

beforeEach(() => {
  service.heard.length = 0
  service.answers.length = 0
})

describe('a post', () => {
  test('says what it is, whole, and brings back the answer’s head', async () => {
    service.answers.push({ status: 429, retryAfter: '7' })
    expect(await post(`${service.url}hub?a=b`, what, own)).toEqual({
      status: 429,
      reason: 'Too Many Requests',
      retryAfter: '7',
    })
    const [heard] = service.heard
    expect(heard).toMatchObject({ path: '/hub?a=b', body: 'Grüße' })
    expect(heard?.headers).toMatchObject({ 'content-type': 'text/plain', 'content-length': '7', connection: 'close' })
    expect(heard?.headers.cookie).toBeUndefined()
  })

  test('follows no redirect', async () => {
    service.answers.push({ status: 308, location: '/elsewhere' })
    expect(await post(service.url, what, own)).toMatchObject({ status: 308 })
    expect(service.heard).toHaveLength(1)
  })

  test('gives up on whoever does not answer', async () => {
    service.answers.push('hang')
    const began = performance.now()
    await expect(post(service.url, what, own)).rejects.toThrow('no answer within 0.3 seconds')
    expect(performance.now() - began).toBeLessThan(2_000)
  })

  test('says in words why it came to nothing', async () => {
    service.answers.push('cut')
    await expect(post(service.url, what, own)).rejects.toThrow('the connection broke off')
    await expect(post('http://127.0.0.1:1/', what, own)).rejects.toThrow('connection refused')
  })
})

describe('a host in a private network', () => {
  const abroad = { allowsPrivate: false, patience: 2_000 }

  test.each([
    'https://127.0.0.1/',
    'https://localhost/',
    'https://[::1]/',
    'https://169.254.169.254/',
    'http://hub.example.org/',
  ])('%s is not called', async address => {
    await expect(post(address, what, abroad)).rejects.toThrow(OutgoingError)
  })

  test('is not reached by a name that stands for it either', async () => {
    const looked = new Promise((resolve, reject) => {
      publicLookup('localhost', { all: true }, (error, found) => (error ? reject(error) : resolve(found)))
    })
    await expect(looked).rejects.toMatchObject({ code: 'EPRIVATE' })
  })
})
