import { expect, test } from 'vitest'
import type { ProseNode } from '#lib/prose/prose.ts'
import { affiliateLinks, isAffiliate } from './affiliate-links.ts'

const domains = ['shop.example', 'xn--bcher-kva.example']

test.each([
  'https://shop.example',
  'http://shop.example/her?tag=oof',
  'https://www.shop.example/her',
  'https://a.b.shop.example/',
  'HTTPS://SHOP.EXAMPLE/',
  'https://shop.example:8443/her',
  'https://shop.example./her',
  'https://evil.org@shop.example/',
  'https://bücher.example/',
  'https://WWW.BÜCHER.example/',
  'https://ｓｈｏｐ.example/',
  'https:shop.example/her',
])('%s is an affiliate link', href => expect(isAffiliate(href, domains)).toBe(true))

test.each([
  'https://shop.example.evil.org/',
  'https://myshop.example/',
  'https://shop-example.org/',
  'https://shop.exampl/',
  'https://evil.org/?to=https://shop.example',
  'https://evil.org/shop.example',
  'https://shop.example@evil.org/',
  'https://shop.example%2eevil.org/',
  'https://xn--shop.example.org/',
  'mailto:us@shop.example',
  'tel:+442079460000',
  '/reviews/shop.example',
  '#shop.example',
  'shop.example',
  '',
])('“%s” is none', href => expect(isAffiliate(href, domains)).toBe(false))

const link = (href: string, ...marks: string[]): ProseNode => ({
  type: 'text',
  text: 'here',
  marks: [{ type: 'link', attrs: { href } }, ...marks.map(type => ({ type }))],
})
const paragraph = (...content: ProseNode[]): ProseNode => ({ type: 'paragraph', content })

test('those of a text are found wherever they stand, each once', () => {
  const body: ProseNode = {
    type: 'doc',
    content: [
      paragraph(link('https://shop.example/1'), link('/reviews/her'), link('https://shop.example/1', 'bold')),
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(link('https://shop.example/2'))] }] },
      {
        type: 'spoiler',
        attrs: { label: '' },
        content: [paragraph(link('https://www.shop.example/3', 'inlineSpoiler'))],
      },
    ],
  }
  const found = ['https://shop.example/1', 'https://shop.example/2', 'https://www.shop.example/3']
  expect(affiliateLinks(body, domains)).toEqual(found)
  expect(affiliateLinks(body, [])).toEqual([])
})
