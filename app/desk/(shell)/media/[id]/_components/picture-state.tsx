'use client'
import { useState, useTransition } from 'react'
import type { PictureActions } from '#components/desk/media/media-actions.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { LibraryPicture } from '#lib/media/library.ts'

/** What the server still does with a picture, or could not do; nothing when all its files are there. */
export function PictureState({
  picture,
  mayRetry,
  retry,
  onRetried,
}: {
  picture: LibraryPicture
  mayRetry: boolean
  retry: PictureActions['retry']
  onRetried: (picture: LibraryPicture) => void
}) {
  const [problem, setProblem] = useState('')
  const [isTrying, start] = useTransition()
  if (picture.status === 'making')
    return <Notice>More sizes of it are being made, {picture.progress} %. It can be used already.</Notice>
  if (picture.status === 'ready') return null
  const again = () =>
    start(async () => {
      const outcome = await retry({ id: picture.id }).catch(() => null)
      if (outcome?.ok) onRetried(outcome.picture)
      setProblem(outcome?.ok ? '' : (outcome?.problem ?? 'The server did not answer. Try again.'))
    })
  return (
    <Notice
      tone="problem"
      title="Some sizes of it could not be made."
      actions={
        mayRetry && (
          <Button size="small" pending={isTrying && 'Trying…'} onPress={again}>
            Try again
          </Button>
        )
      }
    >
      {problem || picture.problem} What is there can still be used.
    </Notice>
  )
}
