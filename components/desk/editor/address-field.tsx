'use client'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { isSlug, slugify } from '#lib/addresses/addresses.ts'
import { useEditorDesk, useField } from './editor-context.tsx'
import styles from './panel.module.css'
import { followsTitle } from './slug.ts'

/** Where the review will be found: made of the headline until somebody writes it, or readers know it. */
export function AddressField() {
  const { draft, review, choices, mayWrite } = useEditorDesk()
  const [slug, setSlug, refused] = useField('slug')
  const [title] = useField('title')
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? slug
  const isWrong = typed !== null && !isSlug(typed)
  const follows = followsTitle(review, draft.get())
  const isMoved = review.livePath !== null && review.livePath !== `/reviews/${slug}`
  return (
    <div id="field-slug" className={styles.group}>
      <TextField
        label="Address"
        value={slug.startsWith('draft-') && typed === null ? '' : shown}
        placeholder="follows the headline"
        maxLength={120}
        spellCheck={false}
        autoCapitalize="none"
        readOnly={!mayWrite}
        onChange={({ target: { value } }) => {
          setTyped(value)
          if (isSlug(value)) setSlug(value)
        }}
        onBlur={() => {
          // What nearly is an address becomes one.
          if (typed !== null && !isSlug(typed) && typed.trim() !== '') setSlug(slugify(typed))
          setTyped(null)
        }}
        error={
          refused ?? (isWrong ? 'Lower-case letters, digits and single hyphens, such as her-ten-years-on.' : undefined)
        }
        description={
          <span className={styles.url}>
            {choices.siteUrl}/reviews/<strong>{slug.startsWith('draft-') ? '…' : shown}</strong>
          </span>
        }
      />
      {isMoved && <p className={styles.hint}>When this is published, {review.livePath} leads here.</p>}
      {!follows && review.publishedAt === null && title.trim() !== '' && slug !== slugify(title) && mayWrite && (
        <Button variant="quiet" size="small" onPress={() => setSlug(slugify(title))}>
          Make it of the headline again
        </Button>
      )}
    </div>
  )
}
