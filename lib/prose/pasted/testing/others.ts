import type { Fixture } from './fixture.ts'

export const others: Record<string, Fixture> = {
  'LibreOffice: styles, notes and changes': {
    html: `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><meta name="generator" content="LibreOffice 24.2.4.2 (Linux)"/><style type="text/css">@page { size: 21cm 29.7cm; margin: 2cm } p { line-height: 115% }</style></head><body lang="en-GB" dir="ltr">
<h1 class="western">The voice</h1><p style="line-height: 100%; margin-bottom: 0cm"><font face="Liberation Serif, serif"><font size="3" style="font-size: 12pt"><span lang="en-GB">He <b>writes</b> <del cite="mailto:ada">bad </del>letters</span></font></font><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>.</p>
<ul><li><p style="margin-bottom: 0cm">One</p></li><li><p>Two</p></li></ul>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>For others.</p></div></body></html>`,
    becomes: `## The voice
He **writes** letters{For others.}.
ul
  -
    One
  -
    Two`,
    left: { deletions: 1 },
  },
  'Notion: callouts, toggles and things to do': {
    html: `<meta charset='utf-8'><h2>Notes</h2>
<aside>
💡 <strong>Seen twice</strong>, once in a cinema.

</aside>
<ul><li><input type="checkbox" checked="" />Watch it</li><li>Write<ul><li>well</li></ul></li></ul>
<details><summary>More</summary><p>Folded.</p></details>
<p>See <a href="https://www.notion.so/Her-0123456789abcdef?pvs=21">the page</a>.</p>
<!-- notionvc: 1f0e7d8c-0d1c-4c39-a8f3-0e8f4a6b7c21 -->`,
    becomes: `## Notes
callout
  💡 **Seen twice**, once in a cinema.
ul
  -
    Watch it
  -
    Write
    ul
      -
        well
**More**
Folded.
See <the page>(https://www.notion.so/Her-0123456789abcdef?pvs=21).`,
  },
  'Apple Pages': {
    html: `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd"><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title></title><meta name="Generator" content="Cocoa HTML Writer"><style type="text/css">p.p1 {margin: 0.0px; font: 11.0px 'Helvetica Neue'} span.s1 {font-kerning: none}</style></head><body>
<p class="p1"><span class="s1"><b>Bold</b> and <i>slanted</i><span class="Apple-converted-space">&nbsp; </span>words.</span></p>
<p class="p2"><span class="s1"></span><br></p>
<ul class="ul1"><li class="li1"><span class="s2"></span><span class="s1">One</span></li></ul></body></html>`,
    becomes: `**Bold** and _slanted_ words.
ul
  -
    One`,
  },
  'Apple Notes': {
    html: `<html><head><meta name="Generator" content="Cocoa HTML Writer"></head><body><div><b><span style="font-size: 24px">Her</span></b></div><div><br></div><div>Some words</div><ul class="Apple-dash-list"><li>One</li><li>Two</li></ul></body></html>`,
    becomes: `**Her**
Some words
ul
  -
    One
  -
    Two`,
  },
  'Google Sheets': {
    html: `<google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" dir="ltr" border="1" data-sheets-root="1"><colgroup><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td data-sheets-value="{}">Her</td><td>5</td></tr><tr><td>Lost in Translation</td><td></td></tr></tbody></table></google-sheets-html-origin>`,
    becomes: `table
  [Her] [5]
  [Lost in Translation] []`,
  },
  'a mail': {
    html: `<div dir="ltr">Dear Ada,<div><br></div><div>here it is:&nbsp;<a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fher&amp;data=05" target="_blank">her</a>.</div><div><br></div><div class="gmail_quote"><blockquote class="gmail_quote" style="margin:0">An old line</blockquote></div></div>`,
    becomes: `Dear Ada,
here it is: <her>(https://example.org/her).
blockquote
  An old line`,
  },
}
