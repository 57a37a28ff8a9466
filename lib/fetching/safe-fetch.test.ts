import { beforeEach, describe, expect, test } from 'vitest'
import { OutgoingError } from './outgoing.ts'
import { type Answer, fetchOutside, startOf } from './safe-fetch.ts'
import { leadsTo, says, startOutside } from './testing.ts'

const { url, asked } = await startOutside({
  '/page': says('<title>Her</title>'),
  '/1': leadsTo('/2'),
  '/2': leadsTo('/3', 308),
  '/3': leadsTo('/page'),
  '/0': leadsTo('/1'),
  '/for-now': leadsTo('/page', 302),
  '/to-file': leadsTo('file:///etc/passwd'),
  '/to-nowhere': leadsTo('http://['),
  '/to-named': leadsTo('http://a:b@127.0.0.1/'),
  '/big': says(Buffer.alloc(3_000)),
  '/endless': (_, response) => {
    response.writeHead(200)
    const more = () => response.write(Buffer.alloc(65_536), () => !response.destroyed && setImmediate(more))
    more()
  },
  '/silent': () => {},
  '/slow': (_, response) => void response.writeHead(200).write('a'),
  '/cut': (_, response) => {
    response.writeHead(200, { 'Content-Length': '10' }).write('a', () => response.destroy())
  },
})
const own = { allowsPrivate: true, patience: 2_000 }
const answerOf = (path: string) => fetchOutside(url + path, own, async answer => answer)
const textOf = (path: string, more: { most?: number; patience?: number } = {}) =>
  fetchOutside(url + path, { ...own, ...more }, async (_, body) => {
    let text = ''
    for await (const chunk of body) text += Buffer.from(chunk).toString()
    return text
  })

beforeEach(() => {
  asked.length = 0
})

describe('what is fetched', () => {
  test('is answered, and asked for without cookies or compression', async () => {
    const answer: Answer = await answerOf('/page#part')
    expect(answer).toEqual({
      status: 200,
      reason: 'OK',
      type: 'text/html',
      charset: 'utf-8',
      address: `${url}/page`,
      isMovedForGood: true,
    })
    expect(await textOf('/page')).toBe('<title>Her</title>')
    expect(asked[0]).toMatchObject({ method: 'GET', headers: { 'accept-encoding': 'identity', connection: 'close' } })
    expect(asked[0]?.headers.cookie).toBeUndefined()
  })

  test('may have gone elsewhere three times, for good or for now', async () => {
    expect(await answerOf('/1')).toMatchObject({ status: 200, address: `${url}/page`, isMovedForGood: true })
    expect(await answerOf('/for-now')).toMatchObject({ address: `${url}/page`, isMovedForGood: false })
    await expect(answerOf('/0')).rejects.toThrow('it leads from one address to the next')
  })

  test('is only http or https, also after a redirect', async () => {
    for (const path of ['/to-file', '/to-nowhere', '/to-named'])
      await expect(answerOf(path)).rejects.toThrow(OutgoingError)
    for (const address of [
      'file:///etc/passwd',
      'ftp://example.org/',
      'data:text/html,x',
      'http://a:b@example.org/',
      '',
      'her',
    ])
      await expect(fetchOutside(address, own, async () => 1)).rejects.toMatchObject({ isPassing: false })
  })

  test('is not read beyond what it may have, said or not', async () => {
    await expect(textOf('/big', { most: 1_000 })).rejects.toThrow('it is larger than')
    await expect(textOf('/endless', { most: 500_000 })).rejects.toThrow('it is larger than 0 MB')
    expect(await fetchOutside(`${url}/endless`, own, (_, body) => startOf(body, 10))).toHaveLength(10)
  })

  test('is waited for so long and no longer', async () => {
    for (const path of ['/silent', '/slow'])
      await expect(textOf(path, { patience: 300 })).rejects.toThrow('no answer within 0.3 seconds')
    await expect(textOf('/cut')).rejects.toThrow('the connection broke off')
  })

  test('what goes wrong with it here is not taken for the network', async () => {
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC', syscall: 'write' })
    await expect(fetchOutside(`${url}/page`, own, () => Promise.reject(full))).rejects.toBe(full)
  })
})

describe('what is in a private network', () => {
  const abroad = { allowsPrivate: false, patience: 2_000 }
  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost/',
    'http://router.local/',
    'https://10.0.0.1/',
  ])('%s is not called', async address => {
    await expect(fetchOutside(address, abroad, async () => 1)).rejects.toThrow('private network')
  })

  test('is not reached by a redirect or a name either', async () => {
    await expect(fetchOutside(`${url}/page`, abroad, async () => 1)).rejects.toMatchObject({ isPassing: false })
    expect(asked).toEqual([])
  })
})
