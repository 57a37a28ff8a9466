'use client'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Timing } from '#lib/schedule/schedule.ts'
import type { TimingVerb } from '#lib/schedule/schedule-schema.ts'
import { bothZones } from '../both-zones.ts'
import { useEditorDesk } from '../editor-context.tsx'
import { EmbargoField } from './embargo-field.tsx'
import { ScheduleField } from './schedule-field.tsx'
import { ShareFields } from './share-fields.tsx'
import { fetchTiming, sendTiming } from './timing-client.ts'

/** Plans something for the review, and says what was wrong with it: empty when nothing was. */
export type PlanTiming = (verb: TimingVerb) => Promise<string>

/** When readers get the review, when they lose it, not before when, and who may see it already. Each is changed at once. */
export function TimingFields() {
  const { review, choices, autosave } = useEditorDesk()
  const [timing, setTiming] = useState<Timing | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const [link, setLink] = useState('')
  const load = useCallback(async () => {
    const next = await fetchTiming(review.id)
    setFailed(next === null)
    if (next) setTiming(next)
  }, [review.id])
  useEffect(() => {
    void load()
  }, [load])
  const plan: PlanTiming = async verb => {
    // What is checked now is what stands on the screen.
    if (verb.verb === 'schedule' && !(await autosave.save()))
      return 'Not everything could be saved, so nothing was scheduled. The line at the top says why.'
    const answer = await sendTiming(review.id, verb)
    if (!answer.ok) return answer.problem
    setTiming(answer.timing)
    if (answer.link !== null || verb.verb === 'unshare') setLink(answer.link ?? '')
    return ''
  }
  if (!timing)
    return hasFailed ? (
      <Notice tone="problem" actions={<Button onPress={load}>Try again</Button>}>
        <p>What is planned could not be read.</p>
      </Notice>
    ) : null
  const { waiting, failed, embargo, links, zone, may } = timing
  const moment = (iso: string) => bothZones(iso, choices)
  return (
    <>
      {failed && (
        <Notice
          tone="problem"
          title={`It was not ${failed.verb === 'publish' ? 'published' : 'retracted'} as scheduled, ${moment(failed.at)}.`}
        >
          <p>{failed.problem}</p>
        </Notice>
      )}
      {may.schedule && (
        <ScheduleField
          what="publish"
          label={review.livePath ? 'Publish the changes' : 'Publish'}
          waiting={waiting.publish}
          {...{ zone, moment, plan }}
        />
      )}
      {may.retract && (review.livePath || waiting.retract) && (
        <ScheduleField what="retract" label="Retract" waiting={waiting.retract} {...{ zone, moment, plan }} />
      )}
      {(embargo || (may.embargo && !review.livePath)) && (
        <EmbargoField embargo={embargo} mayChange={may.embargo} {...{ zone, moment, plan }} />
      )}
      {may.share && <ShareFields links={links} link={link} isHeld={embargo !== null} {...{ moment, plan }} />}
    </>
  )
}
