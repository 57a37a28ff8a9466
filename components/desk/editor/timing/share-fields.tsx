'use client'
import { useState, useTransition } from 'react'
import { ShownOnce } from '#components/desk/shown-once.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import type { ShownPreviewLink } from '#lib/schedule/schedule.ts'
import styles from './timing.module.css'
import type { PlanTiming } from './timing-fields.tsx'

interface ShareFieldsProps {
  links: ShownPreviewLink[]
  /** The one that was just made: it is shown once. */
  link: string
  isHeld: boolean
  moment: (iso: string) => string
  plan: PlanTiming
}

const spans = [
  { value: '1', label: 'One day' },
  { value: '7', label: 'A week' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
]

/** Links by which people outside read the review as it stands: made for somebody by name, and ended at any time. */
export function ShareFields({ links, link, isHeld, moment, plan }: ShareFieldsProps) {
  const [name, setName] = useState('')
  const [days, setDays] = useState('7')
  const [problem, setProblem] = useState('')
  const [isBusy, act] = useTransition()
  const make = () =>
    act(async () => {
      const wrong = await plan({ verb: 'share', name, days: Number(days) })
      setProblem(wrong)
      if (!wrong) setName('')
    })
  const end = (linkId: string) => act(async () => setProblem(await plan({ verb: 'unshare', linkId })))
  return (
    <div className={styles.group}>
      <TextField
        label="A preview link for"
        description={`Their name stands on the page.${isHeld ? ' It is under embargo: they are told until when.' : ''}`}
        maxLength={80}
        error={problem}
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <Select label="It works for" options={spans} value={days} onChange={event => setDays(event.target.value)} />
      <div className={styles.actions}>
        <Button size="small" pending={isBusy && 'Making…'} onPress={make}>
          Make a link
        </Button>
      </div>
      {link && (
        <ShownOnce link={link} label="The link" description="Copy it now: it is shown only this once.">
          {copyButton => <div className={styles.actions}>{copyButton}</div>}
        </ShownOnce>
      )}
      {links.length > 0 && (
        <ul className={styles.list}>
          {links.map(({ id, name: whose, expiresAt, lastSeenAt }) => (
            <li key={id}>
              <strong>{whose}</strong>, until {moment(expiresAt)}
              {lastSeenAt ? `; last opened ${moment(lastSeenAt)}` : '; not opened yet'}{' '}
              <Button size="small" variant="quiet" aria-label={`End the link for ${whose}`} onPress={() => end(id)}>
                End
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
