'use client'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { ratingSentence } from '#lib/ratings/ratings.ts'
import { shortestReason } from '#lib/reviews/reviews.ts'
import { bothZones } from './both-zones.ts'
import { Advice, MissingList, useMissing } from './checklist.tsx'
import type { VerbOutcome } from './editor-actions.ts'
import { useDraft, useEditorDesk } from './editor-context.tsx'
import { NameAdvice } from './names/name-advice.tsx'
import styles from './publish-dialog.module.css'
import { UnseenLine } from './unseen-count.tsx'

/** Asks once before readers see it: what they will see, where, and under which date. */
export function PublishDialog({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const { review } = useEditorDesk()
  const isChange = review.livePath !== null
  return (
    <Dialog title="Publish" isOpen={isOpen} onOpenChange={onOpenChange}>
      {close => <PublishForm isChange={isChange} close={close} />}
    </Dialog>
  )
}

function PublishForm({ isChange, close }: { isChange: boolean; close: () => void }) {
  const { review, autosave, actions, choices } = useEditorDesk()
  const router = useRouter()
  const draft = useDraft()
  const [outcome, setOutcome] = useState<VerbOutcome | null>(null)
  const [isPublishing, publish] = useTransition()
  const [lifting, setLifting] = useState('')
  const embargo = outcome && !outcome.ok ? outcome.embargo : undefined
  const missing = useMissing()
  const press = () =>
    publish(async () => {
      if (!(await autosave.save()))
        return setOutcome({
          ok: false,
          problem: 'Not everything could be saved, so nothing was published. The line at the top says why.',
        })
      const done = await actions
        .publish({ id: review.id, version: autosave.status().version, ...(embargo && { lifting }) })
        .catch(() => unheard)
      setOutcome(done)
      if (done.ok) router.refresh()
    })
  if (outcome?.ok) return <Published slug={outcome.slug ?? draft.slug} close={close} />
  return (
    <>
      {missing.length > 0 ? (
        <>
          <p>Before readers may see it:</p>
          <MissingList missing={missing} onGo={close} />
        </>
      ) : (
        <>
          {isChange && <UnseenLine />}
          <WhatReadersSee isChange={isChange} />
          <Advice onGo={close} />
          <NameAdvice onGo={close} />
        </>
      )}
      {outcome && (
        <Notice tone="problem" title={outcome.problem}>
          {outcome.missing && <MissingList missing={outcome.missing} onGo={close} />}
          {embargo && (
            <p>
              Until {bothZones(embargo.until, choices)}
              {embargo.note && `: ${embargo.note}`}.
            </p>
          )}
        </Notice>
      )}
      {embargo?.mayLift && (
        <TextArea
          label="Why it does not count"
          description="At least ten characters. Who published against an embargo, and why, stays in the log."
          value={lifting}
          maxLength={500}
          onChange={event => setLifting(event.target.value)}
        />
      )}
      <DialogActions>
        <Button onPress={close}>Not yet</Button>
        <Button
          variant="primary"
          isDisabled={
            missing.length > 0 ||
            (embargo !== undefined && (!embargo.mayLift || lifting.trim().length < shortestReason))
          }
          pending={isPublishing && 'Publishing…'}
          onPress={press}
        >
          {embargo?.mayLift ? 'Publish against the embargo' : isChange ? 'Publish changes' : 'Publish'}
        </Button>
      </DialogActions>
    </>
  )
}

const unheard: VerbOutcome = {
  ok: false,
  problem: 'The server did not answer. It may have been published all the same: pressing again does no harm.',
}

function WhatReadersSee({ isChange }: { isChange: boolean }) {
  const { review, choices, known } = useEditorDesk()
  const draft = useDraft()
  const scale = choices.scales.find(choice => choice.id === draft.rating?.scaleVersionId)
  const rating =
    draft.rating && scale
      ? ratingSentence({ scale: scale.scale, unit: draft.rating.unit ?? scale.unit, value: draft.rating.value })
      : 'Not scored'
  const path = `/reviews/${draft.slug}`
  return (
    <dl className={styles.facts}>
      <div>
        <dt>Headline</dt>
        <dd>{draft.title}</dd>
      </div>
      <div>
        <dt>About</dt>
        <dd>{draft.workId ? known.works[draft.workId]?.title : ''}</dd>
      </div>
      <div>
        <dt>Rating</dt>
        <dd>{rating}</dd>
      </div>
      <div>
        <dt>Address</dt>
        <dd>
          {choices.siteUrl}
          {path}
          {review.livePath && review.livePath !== path && <small>{review.livePath} will lead here.</small>}
        </dd>
      </div>
      <div>
        <dt>Date</dt>
        <dd>
          {review.publishedAt ? bothZones(review.publishedAt, choices) : 'Now'}
          {isChange && <small>Stays as it is; readers are told that the text was updated.</small>}
        </dd>
      </div>
    </dl>
  )
}

function Published({ slug, close }: { slug: string; close: () => void }) {
  return (
    <>
      <p role="status">It is live, on every page that shows it.</p>
      <DialogActions>
        <Button onPress={close}>Go on writing</Button>
        <ButtonLink variant="primary" href={`/reviews/${slug}`} target="_blank" prefetch={false}>
          See it
        </ButtonLink>
      </DialogActions>
    </>
  )
}
