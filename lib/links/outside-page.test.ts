import { expect, test } from 'vitest'
import { readPage } from './outside-page.ts'

const at = 'https://example.org/a/page'

test.each([
  ['<title> Her \n&amp; him </title>', 'Her & him'],
  ['<meta property="og:title" content="Her &quot;now&quot;"><title>Her | Example</title>', 'Her "now"'],
  ['<title>One</title><svg><title>Two</title></svg>', 'One'],
  ['<title></title><meta name="twitter:title" content="Her">', 'Her'],
  ['<title><b>x</b></title>', '<b>x</b>'],
  ['<title>Her', 'Her'],
  ['<h1>Her</h1>', ''],
  ['', ''],
  [`<title>${'a'.repeat(500)}</title>`, 'a'.repeat(300)],
  ['<title>a\u202eb\0c</title>', 'ab�c'],
])('what %j is called', async (html, title) => expect((await readPage(html, at)).title).toBe(title))

test.each([
  ['<meta property="og:image" content="/her.jpg">', 'https://example.org/her.jpg'],
  ['<meta name="twitter:image" content="https://cdn.example.org/her.jpg">', 'https://cdn.example.org/her.jpg'],
  ['<meta property="og:image" content="javascript:alert(1)">', null],
  ['<meta property="og:image" content="http://[">', null],
  ['<img src="her.jpg">', null],
])('the picture of %j', async (html, picture) => expect((await readPage(html, at)).picture).toBe(picture))
