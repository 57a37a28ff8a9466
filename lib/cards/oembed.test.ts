import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { defaultTheme } from '#lib/theme/theme.ts'
import { oembedOf, oembedQuerySchema, oembedXml, reviewSlugOf } from './oembed.ts'

const content = {
  title: 'Her <i>&"',
  detail: 'Film, 2013',
  rating: null,
  sentence: 'Not scored',
  range: '',
  critics: 'Rosalind Petrakis',
  publication: 'Out of Five',
  language: 'en',
  theme: defaultTheme,
}
const site = { siteUrl: 'https://example.org', criticUrl: 'https://example.org/critics/rosalind-petrakis' }
const ask = (query: Record<string, string> = {}) =>
  oembedOf('her', content, oembedQuerySchema.parse({ url: 'https://example.org/reviews/her', ...query }), site)

test('an answer has what the specification asks of the type rich', () => {
  expect(ask()).toMatchObject({
    version: '1.0',
    type: 'rich',
    width: 600,
    height: 340,
    provider_url: 'https://example.org',
  })
  expect(ask().html).toContain('src="https://example.org/embed/reviews/her"')
  expect(ask().html).toContain('Her &#60;i&#62;&#38;&#34;')
})

test('nothing is larger than was asked for', () => {
  const small = ask({ maxwidth: '400', maxheight: '300' })
  expect(small).toMatchObject({ width: 400, height: 300 })
  expect(small).not.toHaveProperty('thumbnail_url')
  expect(ask({ maxwidth: '120', maxheight: '90' })).toMatchObject({ width: 120, height: 90 })
  expect(ask({ maxwidth: '300' })).toMatchObject({ width: 300, height: 440 })
  expect(ask({ maxwidth: '1200', maxheight: '630' })).toHaveProperty('thumbnail_width', 1200)
})

const grammar =
  '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><element name="oembed"><oneOrMore><element><anyName/><text/></element></oneOrMore></element></start></grammar>'

test('XML is well-formed, with one element for each field, whatever the title is', async () => {
  const hostile = { ...content, title: '</title><script>&amp;"\u0000\ud800]]>\u2028' }
  const xml = oembedXml(
    oembedOf('her', hostile, oembedQuerySchema.parse({ url: 'https://example.org/reviews/her' }), site),
  )
  const { valid, errors } = await validateXML({
    xml: [{ fileName: 'oembed.xml', contents: xml }],
    schema: [grammar],
    extension: 'relaxng',
  })
  expect(errors).toEqual([])
  expect(valid).toBe(true)
})

test('XML is escaped, and without signs that XML has no place for', () => {
  expect(oembedXml({ title: '<&>\u0000\ud800' })).toContain('<title>&#60;&#38;&#62;\ufffd</title>')
})

test('only reviews of this site have a card', () => {
  const slug = (url: string) => reviewSlugOf(url, 'https://example.org')
  expect(slug('https://example.org/reviews/her')).toBe('her')
  expect(slug('http://example.org/Reviews/Her/?utm=1#x')).toBe('her')
  expect(slug('https://example.org.evil.test/reviews/her')).toBeNull()
  expect(slug('https://example.org/works/her')).toBeNull()
  expect(slug('nonsense')).toBeNull()
})
