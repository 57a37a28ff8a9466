'use client'
import Link from 'next/link'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { DeskNotes, DeskProposal } from '#lib/notes/notes.ts'
import type { NoteVerb } from '#lib/notes/notes-schema.ts'
import { useEditorDesk, useField } from '../editor-context.tsx'
import { fetchStored } from '../save-client.ts'
import { shortTime } from './note-words.ts'
import styles from './notes.module.css'
import { useNotes } from './notes-store.ts'
import { useSettling } from './use-settling.ts'

/** Below the rating: another score that waits for its critic, and the way to propose one. */
export function ScoreProposal() {
  const [{ beside }] = useNotes()
  const [, , problem] = useField('rating')
  if (!beside) return null
  const { proposal } = beside
  if (proposal?.state === 'open')
    return (
      <>
        <Waiting key={proposal.id} proposal={proposal} beside={beside} />
        {problem && beside.scoreOf.length > 0 && <Propose key={`another-${proposal.id}`} beside={beside} />}
      </>
    )
  if (problem && beside.scoreOf.length > 0) return <Propose beside={beside} />
  return proposal ? <Answered proposal={proposal} /> : null
}

function useScore() {
  const { autosave } = useEditorDesk()
  const [, store] = useNotes()
  const { goOn } = useSettling()
  const [problem, setProblem] = useState('')
  const [isRunning, start] = useTransition()
  /** Whatever else was written is saved first. */
  const run = (verb: (version: number) => NoteVerb, then: () => void = () => {}) =>
    start(async () => {
      await autosave.save()
      const sent = await store.send(verb(autosave.status().version))
      setProblem(sent.ok ? '' : sent.problem)
      if (!sent.ok) return
      then()
      await goOn()
    })
  return { problem, isRunning, run }
}

/** The score that was set is not theirs to set: it is proposed, or put back. */
function Propose({ beside }: { beside: DeskNotes }) {
  const [rating, setRating] = useField('rating')
  const { review } = useEditorDesk()
  const [why, setWhy] = useState('')
  const { problem, isRunning, run } = useScore()
  const putBack = () =>
    void fetchStored(review.id).then(stored => {
      if (stored) setRating(stored.content.rating)
    })
  return (
    <div className={styles.score}>
      <TextField
        label={`Why, for ${names(beside.scoreOf)}`}
        value={why}
        maxLength={300}
        onChange={event => setWhy(event.target.value)}
      />
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.actions}>
        <Button variant="quiet" size="small" onPress={putBack}>
          Put the score back
        </Button>
        <Button
          variant="primary"
          size="small"
          pending={isRunning && 'Proposing…'}
          onPress={() => run(() => ({ verb: 'propose-score', to: rating, why: why.trim() }), putBack)}
        >
          Propose this score
        </Button>
      </div>
    </div>
  )
}

function Waiting({ proposal, beside }: { proposal: DeskProposal; beside: DeskNotes }) {
  const { mayWrite } = useEditorDesk()
  const [words, setWords] = useState('')
  const { problem, isRunning, run } = useScore()
  const answer = (given: 'accepted' | 'refused' | 'withdrawn') =>
    run(version => ({ verb: 'answer-score', id: proposal.id, answer: given, words: words.trim(), version }))
  return (
    <Notice title={`${proposal.by ?? 'Somebody'} proposes another score`}>
      <p>
        <del>{proposal.from}</del> <ins>{proposal.to}</ins>
      </p>
      {proposal.why && <p>“{proposal.why}”</p>}
      {beside.may.answer ? (
        <>
          <TextField
            label="Your answer, in words (not needed)"
            value={words}
            maxLength={300}
            onChange={event => setWords(event.target.value)}
          />
          <div className={styles.actions}>
            <Button size="small" isDisabled={isRunning} onPress={() => answer('refused')}>
              Keep mine
            </Button>
            <Button
              variant="primary"
              size="small"
              isDisabled={!mayWrite}
              pending={isRunning && 'Answering…'}
              onPress={() => answer('accepted')}
            >
              Agree
            </Button>
          </div>
        </>
      ) : (
        <p>It waits for {names(beside.scoreOf) || 'the critic'}.</p>
      )}
      {proposal.isOwn && (
        <Button variant="quiet" size="small" isDisabled={isRunning} onPress={() => answer('withdrawn')}>
          Take it back
        </Button>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </Notice>
  )
}

/** What became of the last one; where readers know the old score, a correction is offered. */
function Answered({ proposal }: { proposal: DeskProposal }) {
  const { review, choices } = useEditorDesk()
  if (proposal.state === 'withdrawn' || !proposal.answeredAt) return null
  const isAgreed = proposal.state === 'accepted'
  return (
    <div className={styles.score}>
      <p className={styles.about}>
        {isAgreed ? `${proposal.from} → ${proposal.to}` : `${proposal.to} was not agreed`}: proposed by{' '}
        {proposal.by ?? 'somebody'}, {isAgreed ? 'agreed' : 'answered'} by {proposal.answeredBy ?? 'somebody'},{' '}
        {shortTime(proposal.answeredAt, choices)}.{proposal.answer && ` “${proposal.answer}”`}
      </p>
      {isAgreed && review.livePath && review.may.correct && (
        <p className={styles.about}>
          Readers know the old score.{' '}
          <Link href={`/desk/reviews/${review.id}/corrections?score=${proposal.id}`} prefetch={false}>
            Add a correction
          </Link>
        </p>
      )}
    </div>
  )
}

function names(list: string[]): string {
  return new Intl.ListFormat('en-GB').format(list)
}
