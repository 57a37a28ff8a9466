import type { Fixture } from './fixture.ts'

// As Google Docs puts it on the clipboard: one bold element that is not bold around everything, and styles where others have tags.

const wrap = (inner: string) =>
  `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-8e0c7f6a-7fff-4c1c-2f0d-0d6a8f1f5a11">${inner}</b><br class="Apple-interchange-newline">`
const run = (text: string, style = '') =>
  `<span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-weight:400;font-style:normal;font-variant:normal;text-decoration:none;vertical-align:baseline;white-space:pre;white-space:pre-wrap;${style}">${text}</span>`
const paragraph = (inner: string) =>
  `<p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;">${inner}</p>`
const item = (inner: string, level = 1) =>
  `<li dir="ltr" style="list-style-type:disc;font-size:11pt;font-family:Arial,sans-serif;white-space:pre;" aria-level="${level}"><p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;" role="presentation">${run(inner)}</p></li>`

export const docs: Record<string, Fixture> = {
  'bold and italic by style, empty lines as breaks': {
    html: wrap(
      `${paragraph(run('A ') + run('bold', 'font-weight:700;') + run(' and ') + run('slanted', 'font-style:italic;') + run(' word.'))}<br>${paragraph(run('A second.'))}`,
    ),
    becomes: 'A **bold** and _slanted_ word.\nA second.',
  },
  'lists within lists': {
    html: wrap(
      `<ul style="margin-top:0;margin-bottom:0;padding-inline-start:48px;">${item('One')}<ul style="margin-top:0;">${item('Below', 2)}${item('Beside', 2)}</ul>${item('Two')}</ul><ol style="margin-top:0;">${item('First')}${item('Second')}</ol>`,
    ),
    becomes: `ul
  -
    One
    ul
      -
        Below
      -
        Beside
  -
    Two
ol
  -
    First
  -
    Second`,
  },
  'links out of their wrapping': {
    html: wrap(
      paragraph(
        `${run('See ')}<a href="https://www.google.com/url?q=https://example.org/her?utm_medium%3Demail&amp;sa=D&amp;source=editors&amp;ust=1700000000000000&amp;usg=AOvVaw0" style="text-decoration:none;">${run('this', 'color:#1155cc;text-decoration:underline;')}</a>${run(' and ')}<a href="https://reviews.example.com/reviews/her" style="text-decoration:none;">${run('ours')}</a>${run('.')}`,
      ),
    ),
    becomes: 'See <this>(https://example.org/her) and <ours>(/reviews/her).',
  },
  'headings, a title and a rule': {
    html: wrap(
      `<h1 dir="ltr" style="line-height:1.38;margin-top:20pt;">${run('Part one', 'font-size:20pt;')}</h1>${paragraph(run('Words.'))}<hr><h1 dir="ltr">${run('Part two', 'font-weight:700;')}</h1><h3 dir="ltr">${run('A detail')}</h3>`,
    ),
    becomes: `## Part one
Words.
---
## Part two
### A detail`,
  },
  'a table': {
    html: wrap(
      `<div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;"><colgroup><col width="312"><col width="312"></colgroup><tbody><tr style="height:0pt"><td style="border:solid #000000 1pt;" rowspan="2">${paragraph(run('Her'))}</td><td>${paragraph(run('2013'))}</td></tr><tr><td>${paragraph(run('again', 'font-weight:700;'))}</td></tr></tbody></table></div>`,
    ),
    becomes: `table
  [down 2: Her] [2013]
  [**again**]`,
  },
  'what somebody suggests to delete, and comments': {
    html: wrap(
      paragraph(
        `${run('It is ')}${run('quite ', 'text-decoration:line-through;color:#0b8043;')}${run('very ', 'color:#0b8043;text-decoration:underline;')}${run('good')}<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>${run('.')}`,
      ),
    ),
    becomes: 'It is very good.',
    left: { deletions: 1, comments: 1 },
  },
  footnotes: {
    html: wrap(
      `${paragraph(`${run('Letters')}<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>${run(' are paid for.')}`)}<hr><div>${paragraph(`<a href="#ftnt_ref1" id="ftnt1">[1]</a>${run(' By the page.')}`)}</div>`,
    ),
    becomes: 'Letters{By the page.} are paid for.\n---',
  },
  'a picture and a list of boxes to tick': {
    html: wrap(
      `${paragraph(`<span style="border:none;display:inline-block;overflow:hidden;width:602px;height:338px;"><img src="https://lh7-rt.googleusercontent.com/docsz/AD_4nXd?key=abc" width="602" height="338" style="margin-left:0px;" alt="An orb at night"></span>`)}<ul style="margin-top:0;"><li dir="ltr" role="checkbox" aria-checked="false" style="list-style-type:none;" aria-level="1"><img src="data:image/png;base64,iVBORw0KGgo=" width="17.599999999999998px" height="17.599999999999998px" alt="unchecked" aria-roledescription="checkbox"><p dir="ltr" role="presentation">${run('Watch it again')}</p></li></ul>`,
    ),
    becomes: `picture https://lh7-rt.googleusercontent.com/docsz/AD_4nXd?key=abc | An orb at night |  | 
ul
  -
    Watch it again`,
  },
}
