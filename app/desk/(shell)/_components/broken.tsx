import Link from 'next/link'
import { Notice } from '#components/ui/notice.tsx'
import type { DeskHome } from '#lib/reviews/desk-queries.ts'

/** What went wrong while nobody was looking. Nothing when nothing did. */
export function Broken({ pictures, jobs }: DeskHome['broken']) {
  if (pictures.length === 0 && jobs === 0) return null
  return (
    <Notice tone="problem" title="Something broke">
      {pictures.length > 0 && (
        <ul>
          {pictures.map(picture => (
            <li key={picture.id}>
              {picture.name}: {picture.problem || 'the picture could not be made.'} Upload it again.
            </li>
          ))}
        </ul>
      )}
      {jobs > 0 && (
        <p>
          {jobs === 1 ? 'One job' : `${jobs} jobs`} in the background failed for good. Nothing that you wrote is lost:{' '}
          <Link href="/desk/jobs">see what it was, and try again</Link>.
        </p>
      )}
    </Notice>
  )
}
