'use client'
import { Badge, type Tone } from '#components/ui/badge.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Menu } from '#components/ui/menu.tsx'
import type { DeskReviewState } from '#lib/reviews/desk-reviews.ts'
import styles from './editor-bar.module.css'
import { useEditorDesk, useField, useReviewState } from './editor-context.tsx'
import { EditorIcon } from './editor-icon.tsx'
import { useNames } from './names/names-context.tsx'
import { SaveLine } from './save-line.tsx'

export interface EditorBarProps {
  isPanelOpen: boolean
  onPanel: () => void
  onPublish: () => void
  onRetract: () => void
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
export function EditorBar({ isPanelOpen, onPanel, onPublish, onRetract, onPreview }: EditorBarProps) {
  const { review } = useEditorDesk()
  const state = useReviewState()
  const { text, tone } = states[state]
  const { link } = useNames()
  return (
    <header className={styles.bar}>
      <ButtonLink href="/desk/reviews" variant="quiet" size="small" aria-label="Back to the reviews">
        <Icon name="back" />
        <span className={styles.wide}>Reviews</span>
      </ButtonLink>
      <PageTitle />
      <div className={styles.where}>
        <Badge tone={tone}>{text}</Badge>
        <SaveLine />
      </div>
      <div className={styles.actions}>
        {review.livePath && (
          <a className={styles.see} href={review.livePath} target="_blank" rel="noreferrer">
            See it<span className={styles.hidden}> on the site, in a new tab</span>
          </a>
        )}
        <span className={styles.wide}>
          <Button variant="quiet" size="small" onPress={onPreview}>
            Preview
          </Button>
        </span>
        <Menu
          label="More"
          trigger={
            <Button variant="quiet" size="small" isIcon aria-label="More">
              <Icon name="more" />
            </Button>
          }
          entries={[
            { id: 'preview', label: 'Preview', description: 'As readers will see it', onAction: onPreview },
            {
              id: 'history',
              label: 'History',
              description: 'What it was, and when',
              href: `/desk/reviews/${review.id}/history`,
            },
            ...(review.may.correct
              ? [
                  {
                    id: 'corrections',
                    label: 'Corrections',
                    description: 'What was wrong, said in public',
                    href: `/desk/reviews/${review.id}/corrections`,
                  },
                ]
              : []),
            ...(review.may.edit
              ? [
                  {
                    id: 'names',
                    label: 'Link the names of the credits',
                    description: 'Each where it first stands in full',
                    onAction: link,
                  },
                ]
              : []),
            {
              id: 'shortcuts',
              label: 'Keyboard shortcuts',
              onAction: () => setTimeout(() => document.getElementById('shortcuts')?.click(), 60),
            },
            ...(review.livePath && review.may.retract
              ? [
                  {
                    id: 'retract',
                    label: 'Retract…',
                    description: 'Takes it away from readers',
                    isDanger: true,
                    onAction: onRetract,
                  },
                ]
              : []),
          ]}
        />
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
    <h1 className={styles.hidden}>
      Review: <cite>{title || 'without a headline'}</cite>
    </h1>
  )
}
