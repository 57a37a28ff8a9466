import { describe, expect, test } from 'vitest'
import { makeLimiter, networkOf } from './limits.ts'

describe('the allowance of a client', () => {
  test('is counted down, refused at its end, and not shared with others', async () => {
    const count = makeLimiter({ requests: 2, seconds: 60 })
    expect(await count('192.0.2.1')).toMatchObject({ isRefused: false, left: 1 })
    expect(await count('192.0.2.1')).toMatchObject({ isRefused: false, left: 0 })
    expect(await count('192.0.2.1')).toMatchObject({ isRefused: true, left: 0, seconds: 60 })
    expect(await count('192.0.2.2')).toMatchObject({ isRefused: false, left: 1 })
  })

  test('is there again after a while', async () => {
    const count = makeLimiter({ requests: 1, seconds: 1 })
    expect((await count('a')).isRefused).toBe(false)
    const refused = await count('a')
    expect(refused).toMatchObject({ isRefused: true, seconds: 1 })
    await expect.poll(async () => (await count('a')).isRefused, { timeout: 3_000, interval: 200 }).toBe(false)
  })

  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['everybody', 'everybody'],
    ['2001:db8:0:1:aaaa::1', '2001:db8:0:1::/64'],
    ['2001:0DB8:0000:0001:ffff:ffff:ffff:ffff', '2001:db8:0:1::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('of %s is that of %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
