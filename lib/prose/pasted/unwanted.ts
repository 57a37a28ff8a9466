import { hasClass, isElement, type PastedElement, wordsIn } from './tree.ts'

// What of a page or a document is no text of it.

const never = new Set(
  'script style head meta link title template noscript nav button select option textarea input object embed applet map area svg canvas video audio source track dialog menu progress meter annotation annotation-xml rp'.split(
    ' ',
  ),
)
const roles =
  /^(navigation|banner|contentinfo|complementary|search|toolbar|menu|menubar|dialog|alertdialog|tablist|button|presentation-none)$/
const hiddenClass =
  /^(sr-only|visually-hidden|visuallyhidden|screen-reader-text|mw-editsection|headerlink|header-anchor|anchorjs-link|anchor|noprint|share-buttons?|sharedaddy|social-share|advert(isement)?|ad-slot|newsletter-signup|related-(posts|articles))$/i

/** Whether an element and all below it stays out. `isNotion`: there an aside is a callout. */
export function isUnwanted(element: PastedElement, { isNotion }: { isNotion: boolean }): boolean {
  const { tag, attrs, style } = element
  if (never.has(tag) || roles.test(attrs.role ?? '')) return true
  if (tag === 'aside') return !isNotion
  if (tag === 'footer') return element.parent?.tag !== 'blockquote'
  if (tag === 'header') return element.children.some(child => isElement(child) && child.tag === 'nav')
  if ('hidden' in attrs || attrs['aria-hidden'] === 'true') return true
  if (style.display === 'none' || style.visibility === 'hidden' || style['mso-hide'] === 'all') return true
  // An anchor at a heading: "#" or "¶".
  if (tag === 'a' && hasClass(element, hiddenClass))
    return /^[#¶§\s]*$/.test(wordsIn(element)) || hasClass(element, /editsection/)
  return hasClass(element, hiddenClass) && tag !== 'a'
}

/** Whether an element holds what was deleted where changes are kept: another's words that are not in the text any more. */
export function isDeleted({ tag, style, attrs }: PastedElement, { isDocs }: { isDocs: boolean }): boolean {
  if (tag === 'del') return true
  // Google Docs shows what somebody suggests to delete as struck out, and struck-out words as well: neither is meant to be read.
  if (isDocs && /line-through/.test(style['text-decoration'] ?? style['text-decoration-line'] ?? '')) return true
  return /msoDel/i.test(attrs.class ?? '') || style['mso-prop-change'] === 'deleted'
}

/** Whether an element is a comment on the text, or what calls one. */
export function isComment(element: PastedElement): boolean {
  const { tag, attrs, style } = element
  if (style['mso-element'] === 'comment-list' || style['mso-element'] === 'comment') return true
  if (hasClass(element, /^(MsoCommentReference|msocomanchor|msocomtxt|msocomoff|MsoCommentText|comment-anchor)$/))
    return true
  if (tag !== 'a') return tag === 'sup' && element.children.some(child => isElement(child) && isComment(child))
  return /#(_msocom_\d+|cmnt\d+|cmnt_ref\d+)$/.test(attrs.href ?? '') || /^_msoanchor_/.test(attrs.name ?? '')
}
