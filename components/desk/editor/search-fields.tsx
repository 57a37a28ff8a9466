'use client'
import { TextField } from '#components/ui/field.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { excerpt } from '#lib/prose/prose.ts'
import { useDraft, useEditorDesk, useField } from './editor-context.tsx'
import styles from './panel.module.css'

// Search engines cut by width, not by number; these are where they usually do (about 600 and 920 pixels).
const titleLength = 60
const descriptionLength = 155

/** How the review looks among search results, and the two texts that can be written for it. Empty ones are made of the review. */
export function SearchFields() {
  const { review } = useEditorDesk()
  const [title, setTitle, titleProblem] = useField('searchTitle')
  const [description, setDescription, descriptionProblem] = useField('searchDescription')
  const readOnly = !review.may.edit
  return (
    <>
      <SearchPreview />
      <TextField
        label="Title"
        value={title}
        maxLength={120}
        readOnly={readOnly}
        onChange={event => setTitle(event.target.value)}
        error={titleProblem}
        description={count(title, titleLength)}
      />
      <TextArea
        label="Description"
        rows={3}
        value={description}
        maxLength={320}
        readOnly={readOnly}
        onChange={event => setDescription(event.target.value)}
        error={descriptionProblem}
        description={count(description, descriptionLength)}
      />
    </>
  )
}

function SearchPreview() {
  const { choices, known } = useEditorDesk()
  const draft = useDraft()
  const work = draft.workId ? known.works[draft.workId] : undefined
  const about = work ? `${work.title}${work.year ? ` (${work.year})` : ''} review: ` : ''
  const title = draft.searchTitle || `${about}${draft.title || 'Headline'}`
  const description = draft.searchDescription || draft.standfirst || excerpt(draft.body)
  return (
    <div className={styles.result}>
      <p className={styles.resultSite}>
        {choices.publicationName}
        <span>
          {choices.siteUrl.replace(/^https?:\/\//, '')} › reviews › {draft.slug.startsWith('draft-') ? '…' : draft.slug}
        </span>
      </p>
      <p className={styles.resultTitle}>{cut(title, titleLength)}</p>
      <p className={styles.resultText}>
        {cut(description, descriptionLength) || 'The standfirst, or the beginning of the text.'}
      </p>
    </div>
  )
}

function count(text: string, usual: number): string {
  if (text === '') return 'Empty: made of the review.'
  return text.length > usual
    ? `${text.length} characters; usually cut after about ${usual}.`
    : `${text.length} of about ${usual} characters.`
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const short = text.slice(0, length)
  return `${short.slice(0, Math.max(short.lastIndexOf(' '), 1))} …`
}
