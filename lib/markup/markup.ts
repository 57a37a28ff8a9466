/** What search engines are told, made of the same values that the pages show. Everything about it comes from here. */
export { type MarkupNode, markupJson, type Site } from './graph.ts'
export {
  breadcrumbMarkup,
  listMarkup,
  personMarkup,
  profileMarkup,
  publicationMarkup,
  workPageMarkup,
} from './page-markup.ts'
export { reviewMarkup } from './review-markup.ts'
