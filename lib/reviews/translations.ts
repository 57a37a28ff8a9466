import type { ReviewArticle } from './reviews.ts'

type Translated = Pick<ReviewArticle, 'path' | 'language' | 'translationOfId' | 'translations'>

/**
 * The pages of a review in all its languages, by tag, itself included, with `x-default` for whoever reads none of them: the original.
 * Every page of them names the same, as engines demand. Null where there is one language.
 * https://developers.google.com/search/docs/specialty/international/localized-versions
 */
export function alternatesOf(review: Translated): Record<string, string> | null {
  const { translations, translationOfId, path, language } = review
  if (translations.length === 0) return null
  const pages = [...(translationOfId === null ? [] : translations.slice(0, 1)), { language, path }]
  const all = [...pages, ...translations.filter(other => !pages.some(page => page.path === other.path))]
  const byLanguage = all.map((page): [string, string] => [page.language, page.path])
  return Object.fromEntries([...byLanguage, ['x-default', all[0]?.path ?? path]])
}
