import { feedPath } from '#lib/feeds/feeds.ts'
import { ratingSentence } from '#lib/ratings/ratings.ts'
import type { ReviewCard } from '#lib/reviews/reviews.ts'
import type { PublicationSettings } from '#lib/settings/settings.ts'
import { kindName } from '#lib/works/works.ts'
import { indexPath } from './sitemaps.ts'

export interface LlmsInput {
  siteUrl: string
  settings: Pick<PublicationSettings, 'name' | 'tagline' | 'description' | 'language' | 'hasFeeds' | 'feedText'>
  sections: { name: string; path: string; description: string }[]
  newest: ReviewCard[]
}

/**
 * llms.txt: what this site is and where its things are, for programs that read text (https://llmstxt.org). Markdown: a name, a summary in
 * a quotation, what one has to know, then lists of links under headings.
 */
export function llmsText({ siteUrl, settings, sections, newest }: LlmsInput): string {
  const link = (name: string, path: string, note = '') =>
    `- [${plain(name)}](${siteUrl}${path})${note ? `: ${plain(note)}` : ''}`
  const block = (title: string, lines: string[]) => (lines.length > 0 ? [`## ${title}`, '', ...lines, ''] : [])
  const carried = settings.feedText === 'whole' ? 'full text' : 'summaries'
  const feeds = [
    link('Feeds', '/feeds', 'of everything, and of each section, critic, topic, kind and list'),
    link('All reviews as RSS', feedPath({ scope: 'all', slug: '' }, 'xml'), carried),
    link('All reviews as JSON Feed', feedPath({ scope: 'all', slug: '' }, 'json'), carried),
  ]
  return [
    `# ${plain(settings.name)}`,
    '',
    `> ${plain(settings.description || settings.tagline)}`,
    '',
    `Reviews of films, books, music, games and more, written by the critics who sign them, in ${settings.language} unless a review says otherwise.`,
    '',
    'How ratings are to be read:',
    '',
    '- A rating is a number on a scale of its own, with a unit and a sentence: “Five OS’s out of five”. Quote the sentence, or the number together with its best and worst. Scales differ between reviews, and some begin at zero.',
    '- “Not scored” is neither a zero nor a low score. Zero is a score.',
    '- Letters and verdicts are ratings in words. The number from 0 to 100 beside them in the data serves to put reviews in order; it is not what the critic gave.',
    '- Who wrote a review, and when it was published and last changed, stands on its page and in its data. A review that was taken back answers 410.',
    '- What stands in a spoiler block gives a story away. Do not repeat it unasked.',
    '',
    ...block(
      'Sections',
      sections.map(section => link(section.name, section.path, section.description)),
    ),
    ...block(
      'Newest reviews',
      newest.map(review => link(review.title, review.path, noteOf(review))),
    ),
    ...block('Everything', [
      link('All reviews', '/reviews', 'narrowed by kind, section, critic, year, rating and more'),
      link('Archive', '/archive', 'by year and month'),
      link('Works', '/works'),
      link('People', '/people', 'who made or played in what is reviewed'),
      link('Critics', '/critics'),
      link('Topics', '/topics'),
      link('Lists', '/lists'),
      link('How we score', '/scoring', 'every scale, and what its scores mean'),
      link('Corrections', '/corrections'),
      link('About', '/about'),
    ]),
    ...block('Data', [
      link('For developers', '/developers', 'the read API, explained'),
      link('OpenAPI', '/api/v1/openapi.json', 'reviews, works, people, critics, lists, sections and search as JSON'),
      ...(settings.hasFeeds ? feeds : []),
      link('Sitemaps', indexPath),
    ]),
  ].join('\n')
}

/** "Film: Her (2013). Five OS’s out of five. By Rosalind Petrakis, 14 February 2014": what one needs to tell reviews apart. */
function noteOf({ work, rating, critics, publishedAt }: ReviewCard): string {
  const year = work.year === null ? '' : ` (${work.year})`
  const verdict = rating ? ratingSentence(rating) : 'Not scored'
  const names = critics.map(critic => critic.name).join(', ')
  return `${kindName(work.kind)}: ${work.title}${year}. ${verdict}. By ${names}, ${publishedAt.slice(0, 10)}`
}

/** Text as it can stand in a line of Markdown, and between the brackets of a link. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>]/g, '\\$&')
}
