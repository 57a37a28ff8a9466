import Link from 'next/link'
import { Notice } from '#components/ui/notice.tsx'
import type { DeskHome } from '#lib/reviews/desk-queries.ts'
import type { Coming } from '#lib/schedule/desk-queries.ts'

/** What went wrong while nobody was looking. Nothing when nothing did. */
export function Broken({
  pictures,
  jobs,
  notKept,
}: DeskHome['broken'] & { notKept: (Coming & { problem: string })[] }) {
  if (pictures.length + notKept.length === 0 && jobs === 0) return null
  return (
    <Notice tone="problem" title="Something broke">
      {notKept.length > 0 && (
        <ul>
          {notKept.map(({ reviewId, title, verb, problem }) => (
            <li key={`${reviewId} ${verb}`}>
              <Link href={`/desk/reviews/${reviewId}#field-timing`}>{title || 'Without a headline'}</Link> was not{' '}
              {verb === 'publish' ? 'published' : 'retracted'} as scheduled. {problem}
            </li>
          ))}
        </ul>
      )}
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
