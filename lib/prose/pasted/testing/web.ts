import type { Fixture } from './fixture.ts'

// Parts of pages as a browser puts them on the clipboard: with the page's own elements, classes and addresses.

export const web: Record<string, Fixture> = {
  'an article with all that stands around it': {
    html: `<html><body><!--StartFragment--><nav><a href="https://example.org/">Home</a></nav><article><header><h1>Her</h1><p>By <a href="https://example.org/ada?utm_source=byline">Ada</a></p></header>
<style>.x{color:red}</style><script>track()</script>
<p>First&nbsp;words.</p><aside class="related"><h2>More like this</h2></aside>
<h2 id="voice">The voice <a class="anchor" aria-hidden="true" href="https://example.org/her#voice">#</a></h2><p>Second.</p>
<div class="share-buttons"><button>Share</button></div><div hidden>Cookie?</div><span class="sr-only">Opens in a new window</span>
<h3>A detail</h3><p>Third.</p></article><footer>© 2024</footer><!--EndFragment--></body></html>`,
    becomes: `## Her
By <Ada>(https://example.org/ada)
First words.
## The voice
Second.
### A detail
Third.`,
  },
  'a figure with its caption and credit, and one that loads late': {
    html: `<p>Before.</p><figure class="wp-block-image"><picture><source type="image/avif" srcset="https://example.org/her.avif"><img src="https://example.org/her-300.jpg" srcset="https://example.org/her-300.jpg 300w, https://example.org/her-1200.jpg 1200w, https://example.org/her-4000.jpg 4000w" alt="A man in a red shirt" width="300" height="200"></picture><figcaption>On the beach. <span class="credit">Photograph: Somebody</span></figcaption></figure>
<p>Between <img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" data-src="https://example.org/late.jpg" alt="IMG_2041.JPG"> words.</p><img src="https://stats.example.org/p.gif" width="1" height="1">`,
    becomes: `Before.
picture https://example.org/her-1200.jpg | A man in a red shirt | On the beach. | Photograph: Somebody
Between words.
picture https://example.org/late.jpg |  |  | `,
  },
  'what is embedded': {
    html: `<p>Watch:</p><div class="video"><iframe width="560" height="315" src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?si=abc" title="YouTube video player" allowfullscreen></iframe></div>
<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
https://vimeo.com/76979871
</div></figure>
<p><a href="https://open.spotify.com/album/4uLU6hMCjMI75M1A2tKUQC?si=1">https://open.spotify.com/album/4uLU6hMCjMI75M1A2tKUQC?si=1</a></p>
<p><a href="https://youtu.be/dQw4w9WgXcQ">The trailer</a> stays a link.</p>
<iframe src="https://ads.example.org/frame"></iframe><iframe src="//player.vimeo.com/video/76979871"></iframe>
<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:z72i7hdynmk6r22z27h6tvur/app.bsky.feed.post/3l6oveex3ii2l"><p>Words</p></blockquote>`,
    becomes: `Watch:
embed youtube dQw4w9WgXcQ
embed vimeo 76979871
embed spotify album/4uLU6hMCjMI75M1A2tKUQC
<The trailer>(https://youtu.be/dQw4w9WgXcQ) stays a link.
embed vimeo 76979871
embed bluesky did:plc:z72i7hdynmk6r22z27h6tvur/3l6oveex3ii2l`,
  },
  'quotations, with lists and speakers': {
    html: `<blockquote><p>It’s a mess.</p><ul><li>Really</li></ul><footer>— <cite>Samantha</cite></footer></blockquote><p>He said <q>so</q>.</p><figure><blockquote>Yes.</blockquote><figcaption>Theodore</figcaption></figure>`,
    becomes: `blockquote
  It’s a mess.
  Really
  — _Samantha_
He said “so”.
blockquote
  Yes.
Theodore`,
  },
  'an encyclopedia: notes that were not taken along, and some that were': {
    html: `<p><i><b>Her</b></i> is a 2013 film.<sup id="cite_ref-1" class="reference"><a href="https://en.wikipedia.org/wiki/Her_(film)#cite_note-1"><span>[</span>1<span>]</span></a></sup> It is set in Los Angeles.<sup id="cite_ref-2" class="reference"><a href="https://en.wikipedia.org/wiki/Her_(film)#cite_note-2">[2]</a></sup></p><h2 id="Plot">Plot</h2><span class="mw-editsection">[<a href="https://en.wikipedia.org/w/index.php?action=edit">edit</a>]</span><p>Theodore writes.</p>
<ol class="references"><li id="cite_note-2"><span class="mw-cite-backlink"><b><a href="https://en.wikipedia.org/wiki/Her_(film)#cite_ref-2">^</a></b></span> <span class="reference-text">A map of it.</span></li></ol>`,
    becomes: `**_Her_** is a 2013 film. It is set in Los Angeles.{A map of it.}
## Plot
Theodore writes.`,
  },
  'notes of a page made of Markdown': {
    html: `<p>Letters<sup id="fnref:1" role="doc-noteref"><a href="https://example.org/x#fn:1" class="footnote-ref">1</a></sup> are paid for.</p><div class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:1" role="doc-endnote"><p>By the <em>page</em>. <a href="https://example.org/x#fnref:1" class="footnote-backref" role="doc-backlink">↩︎</a></p></li></ol></div>`,
    becomes: 'Letters{By the _page_.} are paid for.',
  },
  'tables: of facts, of a page’s layout, uneven ones': {
    html: `<table><caption>Scores</caption><tr><th scope="col">Film</th><th><b>Score</b></th></tr><tr><td>Her</td><td>5</td><td>surplus</td></tr></table>
<table width="100%"><tr><td><table role="presentation"><tr><td><p>Laid</p></td><td><p>out</p></td></tr></table></td></tr></table>
<table><tr><td rowspan="9">Runs out</td><td>a</td></tr><tr><td><ul><li>b</li><li>c</li></ul><img src="https://example.org/c.png" alt="A cell"></td></tr></table>`,
    becomes: `table Scores
  [!Film] [!Score] [!]
  [Her] [5] [surplus]
Laid
out
table
  [Runs out] [a]
  [b / c] []
picture https://example.org/c.png | A cell |  | `,
  },
  'lists with all kinds of things in them': {
    html: `<ul>
  <li>One<ul><li>Below</li></ul></li>
  <li><p>Two</p><p>goes on</p><blockquote>quoted</blockquote></li>
  <li><h3>Three</h3><figure><img src="https://example.org/3.jpg" alt=""></figure></li>
  <li></li>
</ul><ol start="5"><li value="5">Five</li></ol><dl><dt>Director</dt><dd>Spike Jonze</dd></dl>`,
    becomes: `ul
  -
    One
    ul
      -
        Below
  -
    Two
    goes on
    quoted
  -
    Three
picture https://example.org/3.jpg |  |  | 
ol from 5
  -
    Five
**Director**
Spike Jonze`,
  },
  'loose text, breaks and preformatted lines': {
    html: `Loose words<br>on two lines<br><br>and a <b>new</b> paragraph<div>in a <span>box</span></div>  <pre>As
it   stands

and again</pre><p>   </p><p>A<br></p><p>C’est vrai&nbsp;! 10&nbsp;km &amp; A&nbsp;B</p>`,
    becomes: `Loose words // on two lines
and a **new** paragraph
in a box
As // it   stands
and again
A
C’est vrai\u00a0! 10\u00a0km & A B`,
  },
  'what folds away, and emoji': {
    html: `<details><summary>Read more</summary><p>Plain.</p></details><details class="spoiler"><summary>The end</summary><p>She leaves.</p><img src="https://example.org/end.jpg" alt="A roof"></details><p>Good <img class="emoji" src="https://s.w.org/images/1f600.svg" alt="😀" width="16" height="16"> day</p>`,
    becomes: `**Read more**
Plain.
spoiler The end
  She leaves.
picture https://example.org/end.jpg | A roof |  | 
Good 😀 day`,
  },
}
