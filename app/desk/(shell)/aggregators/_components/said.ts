import type { AggregatorRequest } from '#lib/aggregators/aggregators-schema.ts'
import type { AggregatorPage } from '#lib/aggregators/desk-queries.ts'
import { parsePartialDate, partialDateText } from '#lib/works/works.ts'

/** "14 February 2014" */
export function dayText(day: string, language: string): string {
  const date = parsePartialDate(day)
  return date ? partialDateText(date, language) : day
}

/** "Published from 1 to 28 February 2014, for Rotten Tomatoes" */
export function rangeText({ from, to, by, recipient }: AggregatorRequest, language: string): string {
  const verb = by === 'published' ? 'Published' : 'Published or changed'
  const days =
    from === to ? `on ${dayText(from, language)}` : `from ${dayText(from, language)} to ${dayText(to, language)}`
  return `${verb} ${days}${recipient && `, for ${recipient}`}`
}

/** "12 reviews: 3 not sent yet, 1 changed since it was sent. 2 pull quotes need a look." */
export function countsText({ counts, total, request }: AggregatorPage): string {
  if (total === 0)
    return request.onlyNew
      ? `${request.recipient} has all of it as it stands now.`
      : 'No review that is live falls into these days.'
  const live = total - counts.withdrawn
  const parts = [
    counts['not-sent'] > 0 && `${counts['not-sent']} not sent yet`,
    counts.changed > 0 && `${counts.changed} changed since`,
    counts.sent > 0 && `${counts.sent} sent as ${counts.sent === 1 ? 'it stands' : 'they stand'}`,
    counts.withdrawn > 0 && `${counts.withdrawn} retracted since`,
  ].filter(part => part !== false)
  const reviews = live === 1 ? '1 review' : `${live} reviews`
  const quotes =
    counts.quotes === 0
      ? ''
      : ` ${counts.quotes === 1 ? '1 pull quote needs' : `${counts.quotes} pull quotes need`} a look.`
  return `${reviews}: ${parts.join(', ')}.${quotes}`
}
