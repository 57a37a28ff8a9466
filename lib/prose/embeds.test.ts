import { describe, expect, test } from 'vitest'
import { embedHref, embedProviders, isEmbed, parseEmbed } from './embeds.ts'

const track = '4uLU6hMCjMI75M1A2tKUQC'

describe('an address that can be shown', () => {
  test.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42s', 'youtube', 'dQw4w9WgXcQ'],
    ['https://youtu.be/dQw4w9WgXcQ?si=abc', 'youtube', 'dQw4w9WgXcQ'],
    ['https://m.youtube.com/shorts/dQw4w9WgXcQ', 'youtube', 'dQw4w9WgXcQ'],
    ['https://music.youtube.com/watch?v=dQw4w9WgXcQ', 'youtube', 'dQw4w9WgXcQ'],
    ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ', 'youtube', 'dQw4w9WgXcQ'],
    ['  https://youtu.be/dQw4w9WgXcQ\n', 'youtube', 'dQw4w9WgXcQ'],
    ['https://vimeo.com/76979871', 'vimeo', '76979871'],
    ['https://vimeo.com/channels/staffpicks/76979871', 'vimeo', '76979871'],
    ['https://player.vimeo.com/video/76979871?h=1', 'vimeo', '76979871'],
    [`https://open.spotify.com/track/${track}?si=1`, 'spotify', `track/${track}`],
    [`https://open.spotify.com/intl-de/album/${track}`, 'spotify', `album/${track}`],
    [`https://open.spotify.com/embed/episode/${track}`, 'spotify', `episode/${track}`],
    ['https://boniver.bandcamp.com/album/22-a-million', 'bandcamp', 'boniver/album/22-a-million'],
    ['https://music.apple.com/gb/album/vespertine/1572463841', 'apple-music', 'gb/album/1572463841'],
    ['https://soundcloud.com/some-one/sets/a-set', 'soundcloud', 'some-one/sets/a-set'],
    ['https://bsky.app/profile/bsky.app/post/3l6oveex3ii2l', 'bluesky', 'bsky.app/3l6oveex3ii2l'],
    ['https://letterboxd.com/film/her/', 'letterboxd', 'film/her'],
  ])('%s', (address, provider, id) => expect(parseEmbed(address)).toEqual({ provider, id }))

  test.each([
    'https://example.org/watch?v=dQw4w9WgXcQ',
    'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ',
    'https://evilyoutube.com/watch?v=dQw4w9WgXcQ',
    'https://www.youtube.com/watch?v=short',
    'https://www.youtube.com/watch?v="><script>',
    'https://www.youtube.com/',
    'javascript:alert(1)//youtu.be/dQw4w9WgXcQ',
    'https://open.spotify.com/user/somebody',
    'https://bandcamp.com/album/x',
    'https://a.b.bandcamp.com/album/x',
    'https://vimeo.com/about',
    `https://youtu.be/${'x'.repeat(600)}`,
    'see https://youtu.be/dQw4w9WgXcQ',
    'http://[',
    '',
  ])('and one that cannot: %j', address => expect(parseEmbed(address)).toBeNull())
})

test('what is named leads back to itself', () => {
  for (const { key, href } of embedProviders)
    expect([key, href('x/y/z')]).toEqual([key, expect.stringMatching(/^https:\/\//)])
  for (const address of [
    'https://youtu.be/dQw4w9WgXcQ',
    'https://vimeo.com/76979871',
    'https://letterboxd.com/film/her/',
  ]) {
    const found = parseEmbed(address)
    expect(parseEmbed(embedHref(found ?? undefined) ?? '')).toEqual(found)
  }
})

test('an id is taken whole or not at all', () => {
  expect(isEmbed({ provider: 'youtube', id: 'dQw4w9WgXcQ' })).toBe(true)
  for (const id of ['dQw4w9WgXcQ/../x', 'dQw4w9WgXcQ\n', '', 'x', 7, null, { toString: () => 'dQw4w9WgXcQ' }])
    expect(isEmbed({ provider: 'youtube', id })).toBe(false)
  expect(isEmbed({ provider: '__proto__', id: 'x' })).toBe(false)
  expect(isEmbed(undefined)).toBe(false)
  expect(embedHref({ provider: 'youtube', id: 'javascript:1' })).toBeNull()
})
