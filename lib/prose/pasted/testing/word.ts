import type { Fixture } from './fixture.ts'

// As Word puts it on the clipboard: HTML with its own namespaces, lists as paragraphs, notes and comments at the end.

const head = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/ada/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- /* Font Definitions */ @font-face {font-family:"Cambria Math";} p.MsoNormal {mso-style-unhide:no; margin:0cm;} --></style>
<!--[if gte mso 10]><style>/* Style Definitions */ table.MsoNormalTable {mso-style-name:"Table Normal";}</style><![endif]-->
</head>
<body lang=EN-GB style='tab-interval:36.0pt;word-wrap:break-word'><!--StartFragment-->`
const foot = '<!--EndFragment--></body></html>'

export const word: Record<string, Fixture> = {
  'paragraphs, marks, smart tags and empty lines': {
    html: `${head}
<p class=MsoNormal>She lives in <st1:City w:st="on"><st1:place w:st="on">Los Angeles</st1:place></st1:City>, and
he <b style='mso-bidi-font-weight:normal'>never</b> <i style='mso-bidi-font-style:normal'>quite</i> does.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal><span style='font-size:11.0pt;line-height:107%;font-family:"Calibri",sans-serif;mso-fareast-font-family:Calibri'>A&nbsp;&nbsp; second<span style='mso-spacerun:yes'>  </span>one, with <span class=GramE>a</span> <a href="https://example.org/her?utm_source=newsletter">link</a>.</span></p>
${foot}`,
    becomes: `She lives in Los Angeles, and he **never** _quite_ does.
A second one, with a <link>(https://example.org/her).`,
  },
  'headings by tag, by title and by outline level': {
    html: `${head}
<p class=MsoTitle>Her, at Ten<o:p></o:p></p>
<h1>The voice<o:p></o:p></h1>
<p class=MsoNormal>Words.</p>
<h2 style='margin-top:2.0pt'><b>Its <i>owner</i></b><o:p></o:p></h2>
<p class=Kapitel style='mso-style-name:Kapitel;mso-outline-level:1'>The end</p>
<p class=MsoNormal>More.</p>${foot}`,
    becomes: `## Her, at Ten
## The voice
Words.
### Its _owner_
## The end
More.`,
  },
  'lists of several levels, with bullets and numbers': {
    html: `${head}
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Acting<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Phoenix</p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span><![endif]>Johansson, <b>unseen</b></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Music</p>
<p class=MsoNormal>Between.</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>3.<span>&nbsp; </span></span><![endif]>Third</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>4.<span>&nbsp; </span></span><![endif]>Fourth</p>
<p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>a)<span>&nbsp; </span></span><![endif]>With a letter</p>${foot}`,
    becomes: `ul
  -
    Acting
    ul
      -
        Phoenix
      -
        Johansson, **unseen**
  -
    Music
Between.
ol from 3
  -
    Third
  -
    Fourth
    ol
      -
        With a letter`,
  },
  'footnotes where they are called': {
    html: `${head}
<p class=MsoNormal>He writes letters<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference><span style='font-size:12.0pt'>[1]</span></span><![endif]></span></span></a> for others<a style='mso-endnote-id:edn1' href="#_edn1" name="_ednref1" title=""><span class=MsoEndnoteReference>[i]</span></a>.</p>
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> At <i>beautifulhandwrittenletters.com</i>, as far as we know.<o:p></o:p></p></div></div>
<div style='mso-element:endnote-list'><br clear=all><hr align=left size=1 width="33%">
<div style='mso-element:endnote' id=edn1><p class=MsoEndnoteText><a style='mso-endnote-id:edn1' href="#_ednref1" name="_edn1"><span class=MsoEndnoteReference>[i]</span></a> And for himself.</p></div></div>${foot}`,
    becomes:
      'He writes letters{At _beautifulhandwrittenletters.com_, as far as we know.} for others{And for himself.}.',
  },
  'comments and tracked changes': {
    html: `${head}
<p class=MsoNormal>It is <del cite="mailto:Ada" datetime="2024-01-02T10:00"><span>quite </span></del><ins cite="mailto:Ada" datetime="2024-01-02T10:00">very </ins><a style='mso-comment-reference:AM_1;mso-comment-date:20240102T1000'>good</a><span class=MsoCommentReference><span style='font-size:8.0pt'><![if !supportAnnotations]><a class=msocomanchor id="_anchor_1" href="#_msocom_1" language=JavaScript name="_msoanchor_1">[AM1]</a><![endif]><span style='mso-special-character:comment'>&nbsp;</span></span></span>.</p>
<div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff align=left size=1 width="33%"><![endif]>
<div style='mso-element:comment'><div id="_com_1" class=msocomtxt><p class=MsoCommentText>Is it?</p></div></div></div>${foot}`,
    becomes: 'It is very good.',
    left: { deletions: 1, comments: 1 },
  },
  'a table, with cells that span': {
    html: `${head}
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
 <thead><tr style='mso-yfti-irow:0'><td width=208 valign=top style='width:155.8pt'><p class=MsoNormal><b>Film<o:p></o:p></b></p></td><td width=208><p class=MsoNormal><b>Year</b></p></td></tr></thead>
 <tr><td><p class=MsoNormal><i>Her</i></p></td><td><p class=MsoNormal>2013</p><p class=MsoNormal>in New York</p></td></tr>
 <tr><td colspan=2><p class=MsoNormal>And nothing else</p></td></tr>
</table>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>${foot}`,
    becomes: `table
  [!Film] [!Year]
  [_Her_] [2013 / in New York]
  [across 2: And nothing else]`,
  },
  'pictures that only Word can reach, quotes and a page break': {
    html: `${head}
<p class=MsoQuote>“Past me will be with you.”</p>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="_x0000_i1025" type="#_x0000_t75"><v:imagedata src="file:///C:/Temp/clip_image001.png"/></v:shape><![endif]--><![if !vml]><img width=300 height=200 src="file:///C:/Users/ada/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png" alt="A picture containing text Description automatically generated" v:shapes="Picture_x0020_1"><![endif]></p>
<span style='font-size:12.0pt'><br clear=all style='mso-special-character:line-break;page-break-before:always'></span>
<p class=MsoNormal>After<br>the break, <span style='display:none;mso-hide:all'>hidden</span>shown.</p>${foot}`,
    becomes: `blockquote
  “Past me will be with you.”
After // the break, shown.`,
    left: { pictures: 1 },
  },
  'Word on the web: a list for every item': {
    html: `<div class="OutlineElement Ltr SCXW1234 BCX0"><p class="Paragraph SCXW1234 BCX0" paraid="1" style="font-weight:normal"><span data-contrast="auto" class="TextRun SCXW1234 BCX0" style="font-weight:bold">Bold</span><span class="NormalTextRun SCXW1234"> and plain</span><span class="EOP SCXW1234" data-ccp-props="{}">&nbsp;</span></p></div>
<div class="ListContainerWrapper SCXW1234 BCX0"><ul class="BulletListStyle1 SCXW1234 BCX0" role="list"><li data-leveltext="" data-listid="1" data-aria-posinset="1" data-aria-level="1" role="listitem" class="OutlineElement Ltr SCXW1234"><p class="Paragraph SCXW1234">One</p></li></ul></div>
<div class="ListContainerWrapper SCXW1234 BCX0"><ul class="BulletListStyle2 SCXW1234 BCX0" role="list"><li data-leveltext="o" data-aria-level="2" role="listitem" class="OutlineElement"><p class="Paragraph">Below it</p></li></ul></div>
<div class="ListContainerWrapper SCXW1234 BCX0"><ul role="list"><li data-aria-level="1" role="listitem"><p class="Paragraph">Two</p></li></ul></div>`,
    becomes: `**Bold** and plain
ul
  -
    One
    ul
      -
        Below it
  -
    Two`,
  },
}
