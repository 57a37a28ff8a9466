import Link from 'next/link'
import { Notice } from '#components/ui/notice.tsx'
import type { TrashOutcome } from './trash-actions.ts'

/** Why something was not done, with the pages of what stands in the way. */
export function TrashProblem({
  outcome: { problem, holders = [] },
}: {
  outcome: Extract<TrashOutcome, { ok: false }>
}) {
  return (
    <Notice tone="problem" title={problem}>
      {holders.length > 0 && (
        <ul>
          {holders.map(({ href, name }) => (
            <li key={`${href} ${name}`}>
              <Link href={href}>{name}</Link>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
