import { cardPath, cardSize } from '#lib/media/pictures.ts'
import { type ReviewArticle, reviewKindName } from '#lib/reviews/reviews.ts'
import {
  descriptionRoom,
  documentTitle,
  fitSentences,
  fittingTitle,
  fitWords,
  onOneLine,
  room,
  titleRoom,
} from './fit.ts'

/** Where a text of the head was taken from. */
export type TitleSource = 'searchTitle' | 'headline' | 'work'
export type DescriptionSource = 'searchDescription' | 'standfirst' | 'verdict' | 'text'

/** What of a review its head is made of: the desk's preview has no more of one that is being written. */
export type HeadReview = Pick<
  ReviewArticle,
  | 'title'
  | 'kind'
  | 'critics'
  | 'work'
  | 'standfirst'
  | 'verdict'
  | 'plainText'
  | 'searchTitle'
  | 'searchDescription'
  | 'picture'
  | 'path'
  | 'sameAs'
  | 'pros'
  | 'cons'
>

export interface HeadSite {
  siteUrl: string
  settings: { name: string }
}

export interface ReviewHead {
  /** What the document is called, with the publication's name where it fits: what a search result shows. */
  documentTitle: string
  /** The same without the publication's name, for Open Graph, which has a place of its own for it. */
  title: string
  titleFrom: TitleSource
  description: string
  /** In order; empty when the review has no text at all. */
  descriptionFrom: DescriptionSource[]
  /** The picture of the page: absolute address of a JPEG of 1200 × 675. */
  picture: { url: string; alt: string } | null
  /** Absolute. */
  url: string
}

/** The head of a review's page, made to fit: what `<title>` and the description say, and where each came from. Spoiler-free. */
export function reviewHead(review: HeadReview, { siteUrl, settings }: HeadSite): ReviewHead {
  const { title, titleFrom } = titleOf(review)
  const { picture } = review
  return {
    documentTitle: documentTitle(title, settings.name),
    title,
    titleFrom,
    ...descriptionOf(review),
    picture: picture && { url: siteUrl + cardPath(picture), alt: picture.alt },
    url: siteUrl + review.path,
  }
}

const list = new Intl.ListFormat('en-GB')

/** What is lost first is the year, then the headline; the work and that it is a review are never lost. */
function titleOf(review: HeadReview): Pick<ReviewHead, 'title' | 'titleFrom'> {
  if (review.searchTitle.trim() !== '')
    return { title: fitWords(review.searchTitle, titleRoom), titleFrom: 'searchTitle' }
  const { work, kind, critics } = review
  const name = onOneLine(work.title)
  const dated = work.year ? `${name} (${work.year})` : name
  const noun = kind === 'full' || kind === 'roundup' ? 'review' : reviewKindName(kind).toLowerCase()
  const headline = onOneLine(review.title)
  const fits = (title: string) => room(title) <= titleRoom
  const full = headline === '' ? undefined : [dated, name].map(about => `${about} ${noun}: ${headline}`).find(fits)
  if (full) return { title: full, titleFrom: 'headline' }
  const by = critics.length > 0 ? ` by ${list.format(critics.map(critic => critic.name))}` : ''
  const cut = `${fitWords(name, titleRoom - room(` ${noun}`))} ${noun}`
  const title = fittingTitle([
    `${dated} ${noun}${by}`,
    `${name} ${noun}${by}`,
    `${dated} ${noun}`,
    `${name} ${noun}`,
    cut,
  ])
  return { title, titleFrom: 'work' }
}

/** What somebody wrote for this place; else the standfirst, with the verdict while there is room for both; else the text's beginning. */
function descriptionOf(review: HeadReview): Pick<ReviewHead, 'description' | 'descriptionFrom'> {
  const written = onOneLine(review.searchDescription)
  if (written) return { description: fitSentences(written, descriptionRoom), descriptionFrom: ['searchDescription'] }
  const [standfirst, verdict] = [onOneLine(review.standfirst), onOneLine(review.verdict)]
  if (standfirst && verdict) {
    const both = `${closed(standfirst)} ${verdict}`
    if (room(both) <= descriptionRoom) return { description: both, descriptionFrom: ['standfirst', 'verdict'] }
  }
  const candidates = [
    [standfirst, 'standfirst'],
    [verdict, 'verdict'],
    [review.plainText, 'text'],
  ] as const
  const [text, from] = candidates.find(([text]) => text.trim() !== '') ?? []
  if (text === undefined || from === undefined) return { description: '', descriptionFrom: [] }
  return { description: fitSentences(text, descriptionRoom), descriptionFrom: [from] }
}

/** A line without a stop gets one before another sentence follows. */
function closed(line: string): string {
  return /[\p{Sentence_Terminal}…]["'”’»)\]]*$/u.test(line) ? line : `${line}.`
}

/** The least that a description should say, in letters: engines look for one of their own otherwise. */
const leastDescription = 50
const longestAuthor = 100

export interface HeadProblem {
  part: 'title' | 'description' | 'picture' | 'author' | 'work' | 'points'
  /** What is missing or too long, as a sentence. */
  problem: string
  /** What mends it, as a sentence. */
  remedy: string
}

/** What machines will miss or cut in a review, in words, with how to mend it; empty when all is well. */
export function headProblems(review: HeadReview, { siteUrl, settings }: HeadSite): HeadProblem[] {
  const head = reviewHead(review, { siteUrl, settings })
  return [
    ...titleProblems(review, head),
    ...descriptionProblems(review, head),
    ...pictureProblems(review),
    ...review.critics
      .filter(critic => critic.name.length >= longestAuthor)
      .map(
        (critic): HeadProblem => ({
          part: 'author',
          problem: `The name “${fitWords(critic.name, 40)}” has ${critic.name.length} characters; search engines take fewer than ${longestAuthor}.`,
          remedy: 'Shorten the name in the critic’s profile.',
        }),
      ),
    ...workProblems(review),
  ]
}

function titleProblems({ searchTitle, title }: HeadReview, { titleFrom }: ReviewHead): HeadProblem[] {
  const part = 'title'
  const own = room(onOneLine(searchTitle))
  if (titleFrom === 'searchTitle' && own > titleRoom)
    return [
      {
        part,
        problem: `The title for search engines takes the room of ${own} letters; about ${titleRoom} are shown, so it is cut.`,
        remedy: 'Shorten it, or leave it empty: then it is made of the work and the headline.',
      },
    ]
  if (titleFrom !== 'work') return []
  return title.trim() === ''
    ? [{ part, problem: 'There is no headline.', remedy: 'Write one.' }]
    : [
        {
          part,
          problem: `The work and the headline together are longer than the ${titleRoom} letters that are shown, so search results leave the headline out.`,
          remedy: 'Shorten the headline, or write a title for search engines.',
        },
      ]
}

function descriptionProblems(review: HeadReview, { description, descriptionFrom }: ReviewHead): HeadProblem[] {
  const part = 'description'
  const [from] = descriptionFrom
  if (from === undefined)
    return [{ part, problem: 'There is nothing to describe the page with.', remedy: 'Write a standfirst.' }]
  if (from === 'verdict' || from === 'text')
    return [
      {
        part,
        problem: `There is no standfirst, so the description is ${from === 'verdict' ? 'the verdict' : 'the beginning of the text'}.`,
        remedy: 'Write a standfirst, or a description for search engines.',
      },
    ]
  const own = room(onOneLine(from === 'standfirst' ? review.standfirst : review.searchDescription))
  const name = from === 'standfirst' ? 'standfirst' : 'description for search engines'
  if (own > descriptionRoom)
    return [
      {
        part,
        problem: `The ${name} takes the room of ${own} letters; about ${descriptionRoom} are shown, so it is cut.`,
        remedy: from === 'standfirst' ? 'Write a shorter description for search engines.' : 'Shorten it.',
      },
    ]
  return room(description) < leastDescription
    ? [
        {
          part,
          problem: `The description has only ${room(description)} letters; search engines look for a better one below ${leastDescription}.`,
          remedy: 'Say more in the standfirst, or write a description for search engines.',
        },
      ]
    : []
}

function pictureProblems({ picture }: HeadReview): HeadProblem[] {
  const part = 'picture'
  const { width, height } = cardSize
  if (!picture)
    return [
      {
        part,
        problem: 'There is no picture, so a shared link shows the drawn card at most.',
        remedy: 'Add a lead picture.',
      },
    ]
  return [
    ...(picture.alt.trim() === ''
      ? [{ part, problem: 'The picture has no description.', remedy: 'Say in its description what it shows.' } as const]
      : []),
    ...(picture.width < width || picture.height < height
      ? [
          {
            part,
            problem: `The picture is ${picture.width} × ${picture.height}; search engines show large ones from ${width} × ${height} only.`,
            remedy: 'Upload a larger one.',
          } as const,
        ]
      : []),
  ]
}

function workProblems({ work, sameAs, pros, cons }: HeadReview): HeadProblem[] {
  return [
    ...(sameAs.length === 0
      ? [
          {
            part: 'work',
            problem: `${work.title} has no id in another catalogue, so machines can only guess which work it is.`,
            remedy: 'Add one to the work, such as that of Wikidata.',
          } as const,
        ]
      : []),
    ...((work.kind === 'product' || work.kind === 'app') && pros.length + cons.length === 1
      ? [
          {
            part: 'points',
            problem: 'There is only one point for or against; search engines show two or more.',
            remedy: 'Add another.',
          } as const,
        ]
      : []),
  ]
}
