import type { Clock } from '#components/desk/moment.tsx'
import { Button } from '#components/ui/button.tsx'
import { Select } from '#components/ui/select.tsx'
import type { Against, History } from '#lib/reviews/desk-queries-history.ts'
import type { RevisionEntry } from '#lib/reviews/desk-reviews.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'
import { reasonText } from '#lib/reviews/revisions.ts'
import { shortMoment } from '#lib/settings/moments.ts'
import styles from './history.module.css'

/** What an address asks a version to be held against; the one before it when that makes no sense. */
export function readAgainst(value: string | string[] | undefined): Against {
  if (typeof value !== 'string') return 'previous'
  return value === 'live' || value === 'now' || isId(value) ? value : 'previous'
}

/** Chooses what a version is held against. A form that asks for a page: it works without a script. */
export function AgainstForm({
  against,
  history: { revisions, version, liveVersion },
  entry,
  clock,
}: {
  against: Against
  history: History
  entry: RevisionEntry
  clock: Clock
}) {
  const others = revisions.filter(each => each.id !== entry.id)
  const options = [
    { value: 'previous', label: 'The version before it' },
    ...(liveVersion !== null && liveVersion !== entry.version ? [{ value: 'live', label: 'What readers see' }] : []),
    ...(version === entry.version ? [] : [{ value: 'now', label: 'What stands now' }]),
    ...others.map(each => ({
      value: each.id,
      label: `Version ${each.version}: ${each.name || reasonText(each.reason)}, ${shortMoment(each.at, clock)}`,
    })),
  ]
  if (options.length < 2) return null
  return (
    <form className={styles.against}>
      <Select label="Compare with" name="against" options={options} defaultValue={against} />
      <Button type="submit">Compare</Button>
    </form>
  )
}
