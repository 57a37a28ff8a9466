import { room, titleRoom } from '#lib/markup/fit.ts'
import { wordCount } from '#lib/prose/prose.ts'
import type { Missing } from './completeness.ts'
import type { ReviewContent } from './reviews-schema.ts'
import { spoilerEchoes } from './spoiler-echo.ts'

/** Words from which on readers skim before they read. */
const longText = 400

/** What need not be done, and is worth a look before readers see it, in the order of the page. */
export function adviceFor(content: ReviewContent): Missing[] {
  return [...titleAdvice(content), ...pictureAdvice(content), ...quoteAdvice(content), ...spoilerEchoes(content)]
}

function titleAdvice({ title, searchTitle }: ReviewContent): Missing[] {
  const length = room(title)
  if (searchTitle !== '' || length <= titleRoom) return []
  const problem = `The headline has ${length} letters, and search engines show about ${titleRoom}. A shorter title can be given for them.`
  return [{ field: 'searchTitle', problem }]
}

function pictureAdvice({ imageId }: ReviewContent): Missing[] {
  if (imageId !== null) return []
  return [{ field: 'imageId', problem: 'It has no picture: where it is shared, the drawn card stands for it.' }]
}

function quoteAdvice({ pullQuote, body }: ReviewContent): Missing[] {
  const isQuoted = pullQuote.trim() !== '' || (body.content ?? []).some(({ type }) => type === 'pullQuote')
  if (isQuoted || wordCount(body) < longText) return []
  return [{ field: 'pullQuote', problem: 'No sentence is pulled from the text: readers who skim stop at one.' }]
}
