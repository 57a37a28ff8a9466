import type { ReactNode } from 'react'
import { alsoInText, directionOf, inLanguage, type TextLanguage } from '#lib/languages/languages.ts'
import { readingMinutes } from '#lib/prose/prose.ts'
import { ratingSentence } from '#lib/ratings/ratings.ts'
import { hasPullQuote } from '#lib/reviews/pull-quote.ts'
import { type ReviewArticle as Review, reviewKindName } from '#lib/reviews/reviews.ts'
import { updatedAt } from '#lib/reviews/updated.ts'
import { kindName } from '#lib/works/works.ts'
import { Advisory } from './advisory.tsx'
import styles from './article.module.css'
import { AtAGlance } from './at-a-glance.tsx'
import { Byline, DateTime, type Place } from './byline.tsx'
import { CorrectedNote, Corrections } from './corrections.tsx'
import { DisclosureNote } from './disclosure-note.tsx'
import { Figure } from './figure.tsx'
import { Prose } from './prose.tsx'
import { SpoilerNotice } from './spoiler-notice.tsx'
import { Standing } from './standing.tsx'

const spoilerNotes = {
  none: null,
  mild: 'Spoilers: mild',
  major: 'Spoilers: major',
}

interface ArticleProps {
  review: Review
  place: Place
  /** Stands beside the text where there is room, and after it where there is none: the facts of the work. */
  aside?: ReactNode
  /** What stands beneath: opinions, related. */
  children?: ReactNode
}

/**
 * A review as its readers see it, on the site and in the desk's preview: what was reviewed, the verdict and the number within the
 * first screen, then the text, then the number again.
 */
export function ReviewArticle({ review, place, aside, children }: ArticleProps) {
  // The article is in the review's language; what the publication says around its words is in the publication's.
  const written = inLanguage(review.language, place.language)
  const house = inLanguage(place.language, review.language)
  return (
    <article className={styles.article} {...written}>
      <header className={styles.header}>
        <p className={styles.kicker} {...house}>
          <a href={review.section.path}>{review.section.name}</a>
          {kindOf(review).map(kind => (
            <span key={kind}>{kind}</span>
          ))}
          <WorkName work={review.work} />
        </p>
        <h1>{review.title}</h1>
        {review.standfirst && <p className={styles.standfirst}>{review.standfirst}</p>}
        <div className={styles.judgement}>
          <House {...house}>
            <Standing review={review} size="article" place={place} />
          </House>
          <p className={styles.verdict}>{review.verdict}</p>
        </div>
        <House {...house}>
          <Signature review={review} place={place} />
        </House>
      </header>
      <House {...house}>
        <Progress review={review} />
        <Change review={review} place={place} />
      </House>
      {review.picture && (
        <div className={styles.picture}>
          <Figure picture={review.picture} sizes="(min-width: 78rem) 74rem, 100vw" isLead />
        </div>
      )}
      <div className={styles.body}>
        <div className={styles.text}>
          <House {...house}>
            <DisclosureNote review={review} />
            <Advisory advisory={review.advisory} written={written} />
            <SpoilerNotice review={review} />
          </House>
          <Prose
            prose={review.body}
            pictures={review.pictures}
            mentions={review.mentions}
            sponsored={review.sponsored}
          />
          <House {...house}>
            <AtAGlance review={review} place={place} />
            <Corrections corrections={review.corrections} place={place} />
          </House>
        </div>
        {aside && (
          <div className={styles.aside}>
            <House {...house}>{aside}</House>
            <Quote review={review} />
          </div>
        )}
      </div>
      <footer className={styles.end}>
        <House {...house}>
          <Standing review={review} size="poster" place={place} />
        </House>
        <p className={styles.verdict}>{review.verdict}</p>
        <p className={styles.signed} {...house}>
          <Byline critics={review.critics} /> on <WorkName work={review.work} />
        </p>
      </footer>
      <House {...house}>{children}</House>
    </article>
  )
}

/** What the publication says in its own language, within a review that is in another. Nothing around it where they are the same. */
function House({ lang, dir, children }: Partial<TextLanguage> & { children: ReactNode }) {
  if (!lang) return children
  return (
    <div className={styles.house} lang={lang} dir={dir}>
      {children}
    </div>
  )
}

/** The same review in other languages, each said in that language. */
function Translations({ translations }: { translations: Review['translations'] }) {
  const languages = translations.map(({ language }) => language)
  return translations.map(({ language, path }) => (
    <p key={path}>
      <a href={path} hrefLang={language} lang={language} dir={directionOf(language)}>
        {alsoInText(language, languages)}
      </a>
    </p>
  ))
}

/** What was reviewed and in what form, without what the section's name has said already. */
function kindOf({ work, kind, section }: Review): string[] {
  const known = [kindName(work.kind), kindName(work.kind, 2)]
  return [
    ...(known.includes(section.name) ? [] : known.slice(0, 1)),
    ...(kind === 'full' ? [] : [reviewKindName(kind)]),
  ]
}

/** That the critic has not finished, said before anything else is read. */
function Progress({ review: { kind, work, rating } }: { review: Review }) {
  if (kind !== 'in_progress') return null
  return (
    <aside className={styles.change} aria-label="Review in progress">
      <p>
        This review is in progress. We have not finished with <cite>{work.title}</cite>, and what is said
        {rating && ' and scored'} here may still change.
      </p>
    </aside>
  )
}

/** The sentence to be quoted, in the margin of a text that pulls none out itself. It stands in the text, so it is not read out. */
function Quote({ review: { pullQuote, body } }: { review: Review }) {
  if (pullQuote === '' || hasPullQuote(body)) return null
  return (
    <p className={styles.quote} aria-hidden="true" data-nosnippet="">
      {pullQuote}
    </p>
  )
}

/** That this is a second thought, or that there has been one since. */
function Change({ review: { rereviewOf, rereviews }, place }: { review: Review; place: Place }) {
  const later = rereviews[0]
  if (!rereviewOf && !later) return null
  return (
    <aside className={styles.change}>
      {rereviewOf && (
        <p>
          We first reviewed this on <DateTime iso={rereviewOf.publishedAt} place={place} />
          {rereviewOf.rating && ` and gave it ${lowered(ratingSentence(rereviewOf.rating, place.language))}`}:{' '}
          <a href={rereviewOf.path} {...inLanguage(rereviewOf.language, place.language)}>
            {rereviewOf.title}
          </a>
        </p>
      )}
      {later && (
        <p>
          We thought again on <DateTime iso={later.publishedAt} place={place} />
          {later.rating && ` and gave it ${lowered(ratingSentence(later.rating, place.language))}`}:{' '}
          <a href={later.path} {...inLanguage(later.language, place.language)}>
            {later.title}
          </a>
        </p>
      )}
    </aside>
  )
}

/** "four and a half stars out of five", in the middle of a sentence; a grade such as "B+" stays as it is. */
function lowered(sentence: string): string {
  return /^[A-Z][a-z]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence
}

function WorkName({ work }: { work: Review['work'] }) {
  const name = (
    <>
      <cite>{work.title}</cite>
      {work.year && ` (${work.year})`}
    </>
  )
  return <span>{work.path ? <a href={work.path}>{name}</a> : name}</span>
}

function Signature({ review, place }: { review: Review; place: Place }) {
  const updated = updatedAt(review, place.timeZone)
  return (
    <div className={styles.signature}>
      <p>
        <Byline critics={review.critics} />
      </p>
      <p>
        Published <DateTime iso={review.publishedAt} place={place} />
      </p>
      {updated && (
        <p>
          Updated <DateTime iso={updated} place={place} />
        </p>
      )}
      <p>{readingMinutes(review.wordCount)} min read</p>
      {spoilerNotes[review.spoilers] && <p>{spoilerNotes[review.spoilers]}</p>}
      <Translations translations={review.translations} />
      <CorrectedNote corrections={review.corrections} place={place} />
    </div>
  )
}
