'use client'
import { TextField } from '#components/ui/field.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { descriptionRoom, onOneLine, room, titleRoom } from '#lib/markup/fit.ts'
import { useEditorDesk, useField } from './editor-context.tsx'

/** The two texts that can be written for search engines. Empty ones are made of the review. */
export function SearchFields() {
  const { mayWrite } = useEditorDesk()
  const [title, setTitle, titleProblem] = useField('searchTitle')
  const [description, setDescription, descriptionProblem] = useField('searchDescription')
  const readOnly = !mayWrite
  return (
    <>
      <div id="field-searchTitle">
        <TextField
          label="Title for search engines"
          value={title}
          maxLength={120}
          readOnly={readOnly}
          onChange={event => setTitle(event.target.value)}
          error={titleProblem}
          description={count(title, titleRoom)}
        />
      </div>
      <div id="field-searchDescription">
        <TextArea
          label="Description for search engines"
          rows={3}
          value={description}
          maxLength={320}
          readOnly={readOnly}
          onChange={event => setDescription(event.target.value)}
          error={descriptionProblem}
          description={count(description, descriptionRoom)}
        />
      </div>
    </>
  )
}

/** Counted as the head is cut: in letters, of which a Chinese or Korean sign takes two. */
function count(text: string, most: number): string {
  const length = room(onOneLine(text))
  if (length === 0) return 'Empty: made of the review.'
  return length > most ? `${length} letters; cut after ${most}.` : `${length} of ${most} letters.`
}
