'use client'
import { ComboBox } from '#components/ui/combo-box.tsx'
import type { EarlierReview } from '#lib/reviews/desk-reviews.ts'
import { findReviews } from './desk-client.ts'
import { useEditorDesk, useField } from './editor-context.tsx'

interface ReviewFieldProps {
  field: 'rereviewOfId' | 'translationOfId'
  label: string
  placeholder: string
  description?: string
}

/** Another review that this one belongs to: one of the same work that readers have. */
export function ReviewField({ field, ...words }: ReviewFieldProps) {
  const { known, learn, review, choices, mayWrite } = useEditorDesk()
  const [id, setId, problem] = useField(field)
  const [workId] = useField('workId')
  const chosen = id ? known.reviews[id] : undefined
  const unknown = id ? { id, name: 'A review that was chosen elsewhere', other: null } : null
  return (
    <div id={`field-${field}`}>
      <ComboBox
        {...words}
        isDisabled={!mayWrite}
        error={problem}
        value={chosen ? toItem(chosen, choices.language) : unknown}
        load={async (query, signal) =>
          (await findReviews(query, workId, signal))
            .filter(found => found.id !== review.id)
            .map(found => toItem(found, choices.language))
        }
        onChange={item => {
          if (item?.other) learn({ reviews: { [item.id]: item.other } })
          setId(item?.id ?? null)
        }}
      />
    </div>
  )
}

interface Item {
  id: string
  name: string
  detail?: string
  other: EarlierReview | null
}

function toItem(other: EarlierReview, language: string): Item {
  const month = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long' })
  const detail = `${other.critics}, ${month.format(new Date(other.publishedAt))}`
  return { id: other.id, name: other.title, detail, other }
}
