import { describe, expect, test } from 'vitest'
import { checkProse, type ProseNode } from '#lib/prose/prose.ts'
import { cleanPasted, mostPictures } from './pasted.ts'
import { docs } from './testing/docs.ts'
import type { Fixture } from './testing/fixture.ts'
import { others } from './testing/others.ts'
import { outline, parse } from './testing/outline.ts'
import { web } from './testing/web.ts'
import { word } from './testing/word.ts'
import { TooMuchPasted } from './tree.ts'

const clean = (html: string) => cleanPasted(html, { siteUrl: 'https://reviews.example.com', parse })
const withoutPictures = (blocks: ProseNode[]) => blocks.filter(({ type }) => type !== 'picture')
const isValid = (blocks: ProseNode[]) =>
  withoutPictures(blocks).length === 0 ? { ok: true } : checkProse({ type: 'doc', content: withoutPictures(blocks) })

function holds(fixtures: Record<string, Fixture>, source: string) {
  test.each(Object.entries(fixtures))('%s', (_, { html, becomes, left = {} }) => {
    const pasted = clean(html)
    expect(outline(pasted.blocks)).toBe(becomes)
    expect(isValid(pasted.blocks)).toMatchObject({ ok: true })
    expect(pasted.left).toEqual({ comments: 0, deletions: 0, pictures: 0, ...left })
    if (source) expect(pasted.source).toBe(source)
  })
}

describe('what comes from Word', () => holds(word, 'word'))
describe('what comes from Google Docs', () => holds(docs, 'google-docs'))
describe('what comes from a page', () => holds(web, 'web'))
describe('what comes from elsewhere', () => holds(others, ''))

describe('what means harm', () => {
  test.each([
    ['<a href="javascript:alert(1)">x</a>', 'x'],
    ['<a href="  jav&#x09;ascript:alert(1)">x</a>', 'x'],
    ['<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>', 'x'],
    ['<a href="/admin" onclick="alert(1)">x</a>', 'x'],
    ['<a href="file:///etc/passwd">x</a>', 'x'],
    ['<img src=x onerror=alert(1)>after', 'after'],
    ['<img src="javascript:alert(1)">after', 'after'],
    ['<img src="data:image/svg+xml;base64,PHN2Zz4=">after', 'after'],
    ['<img src="data:text/html;base64,PHNjcmlwdD4=">after', 'after'],
    ['<svg onload=alert(1)><text>drawn</text><foreignObject><p>x</p></foreignObject></svg>after', 'after'],
    [
      '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>after',
      'after',
    ],
    ['<iframe srcdoc="<script>alert(1)</script>"></iframe>after', 'after'],
    ['<iframe src="javascript:alert(1)"></iframe>after', 'after'],
    ['<iframe src="https://youtube.com.evil.example/embed/dQw4w9WgXcQ"></iframe>after', 'after'],
    ['<object data="x.swf"><p>x</p></object><embed src="x.swf">after', 'after'],
    ['<form action="https://evil.example"><input name="p" value="q"><button>Go</button>words</form>', 'words'],
    [
      '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=x"><link rel=stylesheet href=x>a',
      'a',
    ],
    ['<template><script>alert(1)</script><p>x</p></template>after', 'after'],
    ['<p>a</p><noscript><p title="</noscript><img src=x onerror=alert(1)>">x</p></noscript>after', 'a\nafter'],
    ['<p data-mention="person" data-id="1">a<span data-mention="work" data-id="x">b</span></p>', 'ab'],
    ['<figure data-media-id="01a20493-0608-7669-b13d-cabd934a95a3"></figure>after', 'after'],
    ['<p style="background:url(javascript:alert(1))" class="__proto__" __proto__="x">a</p>', 'a'],
    ['<p>a\0b\u{fffe}\ud800c\u202e</p>', 'ab\u{fffe}�c\u202e'],
    ['', ''],
    ['<p> &nbsp; </p><br><br>', ''],
  ])('%j', (html, becomes) => {
    const { blocks } = clean(html)
    expect(outline(blocks).replace('\ufffdb', 'b')).toBe(becomes)
    expect(isValid(blocks)).toMatchObject({ ok: true })
  })

  test('a tower of ten thousand levels, of many kinds', { timeout: 30_000 }, () => {
    for (const tag of ['div', 'blockquote', 'ul><li', 'table><tr><td', 'b', 'details', 'figure', 'section']) {
      const { blocks } = clean(`<p>a</p>${`<${tag}>`.repeat(10_000)}words`)
      expect(outline(blocks)).toContain('words')
      expect(isValid(blocks)).toMatchObject({ ok: true })
    }
  })

  test('more than a review can hold is refused before it is read', () => {
    expect(() => clean('<i>a</i>'.repeat(200_000))).toThrow(TooMuchPasted)
  })

  test('ten megabytes of words are read', { timeout: 30_000 }, () => {
    const { blocks } = clean(`<p>${'words and words '.repeat(700_000)}</p>`)
    expect(blocks).toHaveLength(1)
  })

  test('hundreds of pictures are some, and the rest is told', () => {
    const { blocks, left } = clean(`<p>a</p>${'<img src="https://example.org/a.jpg" alt="A">'.repeat(300)}`)
    expect(blocks.filter(({ type }) => type === 'picture')).toHaveLength(mostPictures)
    expect(left.pictures).toBe(300 - mostPictures)
  })
})

test('a long text is read whole', () => {
  const sentence =
    '<p class=MsoNormal style="margin:0">It is <b>a</b> film <i>about</i> <a href="https://example.org/?utm_source=a">listening</a>.</p>'
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office">${sentence.repeat(1_500)}`
  const { blocks } = clean(html)
  expect(blocks).toHaveLength(1_500)
})

test('tables beyond what readers can see become words, and none is lost', () => {
  const wide = clean(`<table>${`<tr>${'<td>a</td>'.repeat(30)}</tr>`.repeat(2)}</table>`).blocks
  expect(wide.map(({ type }) => type)).toEqual(['paragraph', 'paragraph'])
  const long = clean(`<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(250)}</table>`).blocks
  expect(long.map(({ content }) => content?.length)).toEqual([100, 100, 50])
  expect(isValid([...wide, ...long])).toMatchObject({ ok: true })
})
