'use client'
import Link from 'next/link'
import { Badge, type Tone } from '#components/ui/badge.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import hidden from '#components/ui/visually-hidden.module.css'
import type { DeskReviewState } from '#lib/reviews/desk-reviews.ts'
import styles from './editor-bar.module.css'
import { useEditorDesk, useField, useReviewState } from './editor-context.tsx'
import { EditorIcon } from './editor-icon.tsx'
import { later } from './later.tsx'
import { usePresenceState } from './presence/use-presence.ts'
import { SaveLine } from './save-line.tsx'
import { TkTool } from './tk-tool.tsx'

const WhoIsHere = later(() => import('./presence/who-is-here.tsx').then(module => module.WhoIsHere))
const UnseenCount = later(() => import('./unseen-count.tsx').then(module => module.UnseenCount))
const EditorMenu = later(() => import('./editor-menu.tsx').then(module => module.EditorMenu))

export interface EditorBarProps {
  isPanelOpen: boolean
  onPanel: () => void
  onPublish: () => void
  onRetract: () => void
  onTrash: () => void
  onPreview: () => void
}

const states: Record<DeskReviewState, { text: string; tone: Tone }> = {
  draft: { text: 'Draft', tone: 'neutral' },
  live: { text: 'Live', tone: 'good' },
  changed: { text: 'Live · changes not published', tone: 'waiting' },
  retracted: { text: 'Retracted', tone: 'bad' },
}

const publishTexts: Record<DeskReviewState, string> = {
  draft: 'Publish',
  live: 'Published',
  changed: 'Publish changes',
  retracted: 'Publish again',
}

/** The head of the editor: the way back, what the review is to readers, whether it is saved, and what can be done with it. */
export function EditorBar({ isPanelOpen, onPanel, onPublish, onRetract, onTrash, onPreview }: EditorBarProps) {
  const { review } = useEditorDesk()
  const isShared = (usePresenceState().presence?.others ?? []).length > 0
  const state = useReviewState()
  const { text, tone } = states[state]
  return (
    <header className={styles.bar}>
      <ButtonLink href="/desk/reviews" variant="quiet" size="small" aria-label="Back to the reviews">
        <Icon name="back" />
        <span className={styles.wide}>Reviews</span>
      </ButtonLink>
      <PageTitle />
      <div className={styles.where}>
        {state === 'changed' ? (
          <Link className={styles.state} href={`/desk/reviews/${review.id}/changes`} prefetch={false}>
            <Badge tone={tone}>{text}</Badge>
            <span className={hidden.hidden}>: see what readers have not seen</span>
          </Link>
        ) : (
          <Badge tone={tone}>{text}</Badge>
        )}
        <SaveLine />
        <TkTool />
      </div>
      {isShared && <WhoIsHere />}
      <div className={styles.actions}>
        {review.livePath && (
          <a className={styles.see} href={review.livePath} target="_blank" rel="noreferrer">
            See it<span className={hidden.hidden}> on the site, in a new tab</span>
          </a>
        )}
        <span className={styles.wide}>
          <Button variant="quiet" size="small" onPress={onPreview}>
            Preview
          </Button>
        </span>
        <EditorMenu onPublish={onPublish} onPreview={onPreview} onRetract={onRetract} onTrash={onTrash} />
        <Button
          variant="quiet"
          size="small"
          isIcon
          aria-label="Details"
          aria-expanded={isPanelOpen}
          aria-controls="details"
          onPress={onPanel}
        >
          <EditorIcon name="panel" />
        </Button>
        {state === 'changed' && <UnseenCount />}
        {review.may.publish && (
          <Button
            variant={state === 'live' ? 'plain' : 'primary'}
            size="small"
            onPress={onPublish}
            isDisabled={state === 'live'}
          >
            {publishTexts[state]}
          </Button>
        )}
      </div>
    </header>
  )
}

/** The headline is a field here, so the page has its heading apart from it. */
function PageTitle() {
  const [title] = useField('title')
  return (
    <h1 className={hidden.hidden}>
      Review: <cite>{title || 'without a headline'}</cite>
    </h1>
  )
}
