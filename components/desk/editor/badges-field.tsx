'use client'
import { Checkbox } from '#components/ui/choice.tsx'
import { detailLimits } from '#lib/reviews/details.ts'
import { useEditorDesk, useField } from './editor-context.tsx'
import styles from './rows.module.css'

/** What the house distinguishes a review with. One that the house gives no more stays until it is unticked. */
export function BadgesField() {
  const { choices, mayWrite } = useEditorDesk()
  const [badges, setBadges, problem] = useField('badges')
  const former = badges.filter(badge => !choices.badges.includes(badge))
  const offered = [...choices.badges, ...former]
  const isFull = badges.length >= detailLimits.badges
  const toggle = (badge: string, isOn: boolean) =>
    // In the house's order, best first, whatever the order of ticking.
    setBadges(offered.filter(name => (name === badge ? isOn : badges.includes(name))))
  if (offered.length === 0) return null
  return (
    <fieldset id="field-badges" className={styles.rows}>
      <legend>Badges</legend>
      {offered.map(badge => (
        <Checkbox
          key={badge}
          label={badge}
          description={former.includes(badge) ? 'Not given any more; stays until it is unticked.' : undefined}
          checked={badges.includes(badge)}
          disabled={!mayWrite || (isFull && !badges.includes(badge))}
          onChange={event => toggle(badge, event.target.checked)}
        />
      ))}
      <p className={styles.hint}>
        Stand beside the rating, on cards too. At most {detailLimits.badges}, and one says more than three.
      </p>
      {problem && <p className={styles.problem}>{problem}</p>}
    </fieldset>
  )
}
