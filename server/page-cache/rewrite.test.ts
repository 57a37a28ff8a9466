import { expect, test } from 'vitest'
import { readTags, rewriteDocument } from './rewrite.ts'

const rewrite = async (html: string) => (await rewriteDocument(html)).html

// What Next 16 sends for a small page.
const document = `<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next" nonce="n"/><link rel="preload" href="/_next/static/media/f.woff2" as="font" crossorigin="" type="font/woff2"/><link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/m.js"/><link rel="modulepreload" href="/x.js"/><script src="/_next/static/chunks/1.js" async=""></script><meta name="next-size-adjust" content=""/><meta name="cache-tags" content="settings"/><title>Her &amp; him</title><script type="module" src="/reader.abc.js" data-reader="" nonce="n"></script><script src="/_next/static/chunks/p.js" noModule=""></script></head><body><div hidden=""><!--$--><!--/$--></div><article><meta name="cache-tags" content="review:1 work:2"/><h1>Review <!-- -->of <!-- -->Her</h1><script type="application/ld+json">{"name":"a <b> \\u003c/script>"}</script><p>5 &lt; 6</p><img src="/media/a.webp" srcSet="/media/a.webp 1x" alt=""/><svg viewBox="0 0 1 1"><path d="M0"/></svg></article><template id="P:1"></template><script>self.__next_f.push([1,"<p>copy</p>"])</script></body></html>`

test('what a reader needs stays, and nothing of the runtime', async () => {
  const { html, tags, isBroken, complaints } = await rewriteDocument(document)
  expect(html).toBe(
    `<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"><link rel="stylesheet" href="/_next/static/chunks/a.css"><link rel="preload" href="/_next/static/media/f.woff2" as="font" crossorigin="" type="font/woff2"><title>Her &amp; him</title><script type="module" src="/reader.abc.js" data-reader=""></script></head><body><article><h1>Review of Her</h1><script type="application/ld+json">{"name":"a <b> \\u003c/script>"}</script><p>5 &lt; 6</p><img src="/media/a.webp" srcSet="/media/a.webp 1x" alt=""><svg viewBox="0 0 1 1"><path d="M0"/></svg></article></body></html>`,
  )
  expect(tags).toEqual(['settings', 'review:1', 'work:2'])
  expect(isBroken).toBe(false)
  expect(complaints).toEqual([])
})

test('a script that is not the reader’s own goes, wherever it comes from', async () => {
  const scripts = [
    '<script>alert(1)</script>',
    '<script src="/other.js"></script>',
    '<script type="speculationrules">{}</script>',
    '<script type="module">import "/x.js"</script>',
    '<script data-reader>inline</script>',
    '<SCRIPT SRC="/_next/x.js"></SCRIPT>',
  ]
  expect(await rewrite(`<p>a</p>${scripts.join('')}<p>b</p>`)).toBe('<p>a</p><p>b</p>')
})

test('image preloads stay', async () => {
  const preload = '<link rel="preload" as="image" imagesrcset="/a.webp 1x" fetchpriority="high">'
  expect(await rewrite(preload)).toBe(preload)
})

test('an element that is hidden but holds something stays', async () => {
  expect(await rewrite('<div hidden=""><p>later</p></div><template><b>x</b></template>')).toBe(
    '<div hidden=""><p>later</p></div><template><b>x</b></template>',
  )
  expect(await rewrite('<div hidden="">text</div>')).toBe('<div hidden="">text</div>')
})

test.each([
  '<html id="__next_error__"><body></body></html>',
  '<p><!--$!--><template data-dgst="123"></template><!--/$--></p>',
])('%j is known to be broken', async html => {
  expect((await rewriteDocument(html)).isBroken).toBe(true)
})

test('what the policy would block is reported', async () => {
  const { complaints } = await rewriteDocument('<p style="color:red" onclick="x()">a</p><style>p{}</style>')
  expect(complaints).toEqual(['<p style>', '<p onclick>', '<style>'])
})

test('text that looks like markup is left alone', async () => {
  const html = '<textarea><script>x</script></textarea><pre>\n\na</pre><p>1 < 2 &amp; "3"</p>'
  expect(await rewrite(html)).toBe(html)
})

test('tags that could not stand in a header are left out', () => {
  expect(readTags(' review:1  home\nyear:2014 bad,tag "x" ')).toEqual(['review:1', 'home', 'year:2014'])
})
