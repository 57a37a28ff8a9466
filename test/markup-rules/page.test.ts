import { expect, test } from 'vitest'
import { markupJson, reviewMarkup } from '#lib/markup/markup.ts'
import { breadcrumbMarkup } from '#lib/markup/page-markup.ts'
import { readPage } from './page.ts'
import { ratings, sampleReview, site } from './sample-review.ts'

const review = sampleReview('film', ratings['a unit of its own'] ?? null)
const trail = [{ name: 'Out of Five', path: '/' }, review.section, { name: review.title, path: review.path }]
const json = markupJson([...reviewMarkup(review, site), breadcrumbMarkup(site.siteUrl, trail)])
const url = 'https://example.org/reviews/her'

const page = `<!DOCTYPE html><html lang="en-GB"><head><title>Her (2013) review · Out of Five</title>
<meta name="description" content="A man falls in love.">
<link rel="canonical" href="${url}">
<meta name="robots" content="index, follow, max-image-preview:large, max-snippet:-1, max-video-preview:-1">
<link rel="alternate" type="application/rss+xml" href="https://example.org/feeds/all.xml">
<link rel="alternate" type="application/json+oembed" href="https://example.org/oembed"><link rel="alternate" type="text/xml+oembed" href="https://example.org/oembed">
<meta property="og:title" content="Her"><meta property="og:description" content="A man."><meta property="og:type" content="article">
<meta property="og:url" content="${url}"><meta property="og:site_name" content="Out of Five"><meta property="og:locale" content="en_GB">
<meta property="og:image" content="https://example.org/her.jpg"><meta property="og:image:alt" content="A man.">
<meta property="og:image:width" content="1200"><meta property="og:image:height" content="675"><meta property="og:image:type" content="image/jpeg">
<meta property="article:section" content="Film"><meta property="article:author" content="https://example.org/critics/a">
<meta property="article:published_time" content="2014-07-14T09:00:00+01:00">
<meta property="article:modified_time" content="2014-07-14T09:00:00+01:00">
<meta name="twitter:card" content="summary_large_image"><meta name="twitter:title" content="Her"><meta name="twitter:description" content="A man.">
<meta name="twitter:image" content="https://example.org/card.png"><meta name="twitter:image:alt" content="Her: five out of five.">
</head><body><main><header><p><a href="/sections/film">Film</a> <cite>Her</cite></p><h1>A Voice Through the Floor</h1>
<p><span>Five OS's out of five</span></p><p>The best film about <em>listening</em>.</p>
<p>By <span><a href="/c" rel="author">Rosalind Petrakis</a></span><span> and <a href="/d" rel="author">Tobias Wren</a></span></p>
<p>Published <time datetime="2014-07-14T09:00:00+01:00">14 July 2014</time></p></header></main>
<script type="application/ld+json">${json}</script></body></html>`

const findings = async (from: string, to: string) => {
  expect(page).toContain(from)
  return (await readPage(page.replace(from, to), '/reviews/her')).findings.join('\n')
}

test('a page that keeps every rule is found so', async () => {
  expect(await readPage(page, '/reviews/her')).toEqual({
    title: 'Her (2013) review · Out of Five',
    description: 'A man falls in love.',
    canonical: url,
    isIndexed: true,
    findings: [],
  })
})

test.each([
  ['<title>Her (2013) review · Out of Five</title>', '', 'has no title'],
  ['<title>Her', `<title>${'Her '.repeat(20)}`, 'title does not fit'],
  ['content="A man falls in love."', `content="${'A man. '.repeat(40)}"`, 'description does not fit'],
  ['<meta name="description"', '<meta name="description" content="x"><meta name="description"', 'not one description'],
  [`rel="canonical" href="${url}"`, 'rel="canonical" href="/reviews/her"', 'not its own canonical'],
  [`rel="canonical" href="${url}"`, 'rel="canonical" href="https://example.org/reviews/him"', 'not its own canonical'],
  ['max-image-preview:large, ', '', 'robots are told'],
  ['index, follow,', 'noindex, nofollow,', 'robots are told'],
  ['application/rss+xml', 'text/html', 'names no feed'],
  [
    'rel="alternate"',
    `rel="alternate" hreflang="fr" href="https://example.org/fr"><link rel="alternate"`,
    'without itself',
  ],
  ['<meta property="og:image:alt" content="A man.">', '', 'has not one og:image:alt'],
  ['<meta property="og:title" content="Her">', '', 'has not one og:title'],
  ['<meta property="article:section" content="Film">', '', 'has not one article:section'],
  ['<meta name="twitter:image:alt"', '<meta name="x"', 'has not one twitter:image:alt'],
  ['text/xml+oembed', 'text/xml', 'where its card can be asked for'],
  ['content="en_GB"', 'content="en"', 'has no country'],
  [`og:url" content="${url}"`, 'og:url" content="https://example.org/x"', 'og:url is not'],
  ['content="https://example.org/her.jpg"', 'content="/her.jpg"', 'og:image is not absolute'],
  ['modified_time" content="2014-07-14T09:00:00+01:00"', 'modified_time" content="2014-07-14T09:00:00"', 'has no zone'],
  [`${json}</script>`, '</script>', 'no JSON object'],
  ['<script type="application/ld+json">', '<script>', '0 scripts'],
  ['BreadcrumbList', 'BreadcrumbLists', 'no type of schema.org'],
  ["Five OS's out of five</span>", 'Four OS’s out of five</span>', 'rating that is not shown'],
  ['<em>listening</em>.', '<em>talking</em>.', 'verdict that is not shown'],
  [
    '<h1>A Voice Through the Floor</h1>',
    '<h1>A Voice</h1>',
    'headline: marked up A Voice Through the Floor, shown A Voice',
  ],
  ['rel="author">Tobias Wren', 'rel="author">Tobias Wrenn', 'authors: marked up'],
  [' and <a href="/d" rel="author">Tobias Wren</a>', '', 'authors: marked up'],
  [
    '<time datetime="2014-07-14T09:00:00+01:00">',
    '<time datetime="2014-07-14T08:00:00+00:00">',
    'publication: marked up',
  ],
  ['</time></p>', '</time></p><p>Updated <time datetime="2015-01-02T09:00:00+00:00">2</time></p>', 'change: marked up'],
  ['<cite>Her</cite>', '<cite>Him</cite>', 'work that is not shown'],
  ['<span>Five', '<span>Not scored. Five', 'of what is not scored'],
])('a page with %j as %j is not', async (from, to, says) => {
  expect(await findings(from, to)).toContain(says)
})
