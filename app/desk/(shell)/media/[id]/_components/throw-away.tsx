'use client'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { PictureActions } from '#components/desk/media/media-actions.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { useStatus } from '#components/ui/status-line.tsx'
import type { LibraryPicture } from '#lib/media/library.ts'
import { keptDays } from '#lib/trash/trash.ts'
import styles from './picture.module.css'

/** Puts a picture in the trash, with the way back in the status line; while it is used, says what stands in the way. */
export function ThrowAway({
  picture: { id, version },
  uses,
  actions,
}: {
  picture: LibraryPicture
  uses: number
  actions: Pick<PictureActions, 'trash' | 'putBack'>
}) {
  const [problem, setProblem] = useState('')
  const [isBusy, start] = useTransition()
  const router = useRouter()
  const say = useStatus()
  const putBack = async () => {
    const answer = await actions.putBack({ id }).catch(() => noAnswer)
    say(answer.ok ? 'The picture is back.' : answer.problem)
    // A whole new page: the router may still know that the picture is gone.
    if (answer.ok) window.location.assign(`/desk/media/${id}`)
  }
  const trash = () =>
    start(async () => {
      const answer = await actions.trash({ id, version }).catch(() => noAnswer)
      setProblem(answer.ok ? '' : answer.problem)
      if (!answer.ok) return
      say({ text: 'The picture is in the trash.', action: { label: 'Undo', onPress: putBack } })
      router.push('/desk/media')
    })
  return (
    <section aria-labelledby="throw-away">
      <h2 id="throw-away">Throw away</h2>
      <p className={styles.quiet}>
        {uses > 0
          ? `It can be thrown away once nothing uses it: take it out ${uses === 1 ? 'of the place' : 'of the places'} above, or replace its file. Versions that readers once saw count as well.`
          : `It can be taken out of the trash for ${keptDays} days.`}
      </p>
      {problem && <Notice tone="problem">{problem}</Notice>}
      {uses === 0 && (
        <Button variant="danger" pending={isBusy && 'Throwing away…'} onPress={trash}>
          Move to the trash
        </Button>
      )}
    </section>
  )
}

const noAnswer = { ok: false, problem: 'The server did not answer. Try again.' } as const
