import { expect, test } from 'vitest'
import { storable } from '#lib/xml/xml.ts'
import { element, line, Markup, together, xmlDocument } from './elements.ts'

test('text is escaped, in an element and in an attribute', () => {
  expect(element('p', { title: '"a" & <b>' }, 'x < y & z > "w" ]]>').text).toBe(
    '<p title="&quot;a&quot; &amp; &lt;b&gt;">x &lt; y &amp; z &gt; "w" ]]&gt;</p>',
  )
})

test('markup that is text is escaped once more: HTML stands in XML as text', () => {
  const html = element('p', {}, 'a & b')
  expect(element('content', {}, html.text).text).toBe('<content>&lt;p&gt;a &amp;amp; b&lt;/p&gt;</content>')
  expect(element('content', {}, html).text).toBe('<content><p>a &amp; b</p></content>')
})

test('what XML cannot hold is left out: controls, halves of pairs, what is no character', () => {
  expect(storable('a\0\b\u001b\u007f\u0085\ud800b\ufffe\uffff\tc\n😀')).toBe('ab\tc\n😀')
  expect(line(' a\n\0 b\t')).toBe('a b')
})

test('a line break in an attribute stays one', () => {
  expect(element('a', { title: 'a\nb\tc' }).text).toBe('<a title="a&#10;b&#9;c"></a>')
})

test('attributes without a value and children that are not there are left out', () => {
  expect(element('a', { href: null, rel: undefined, start: 0 }, null, false, undefined, ['b', ['c']]).text).toBe(
    '<a start="0">bc</a>',
  )
})

test('elements without content have both tags, except those of HTML that have none', () => {
  expect(together(element('p'), element('br'), element('img', { src: 'x' }), new Markup('!')).text).toBe(
    '<p></p><br/><img src="x"/>!',
  )
  expect(xmlDocument(element('rss'))).toBe('<?xml version="1.0" encoding="utf-8"?>\n<rss></rss>\n')
})
