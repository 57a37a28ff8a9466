'use client'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { PageHead } from '#components/desk/page-head.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { useStatus } from '#components/ui/status-line.tsx'
import type { DeskList } from '#lib/lists/desk-lists.ts'
import type { ListChoices } from '#lib/lists/desk-queries.ts'
import { publishListAction } from '../../actions.ts'
import { Entries } from './entries.tsx'
import { HeadFields } from './head-fields.tsx'
import styles from './list-editor.module.css'
import { SaveProblem } from './save-problem.tsx'
import { TakeBack } from './take-back.tsx'
import { useListEditing } from './use-list-editing.ts'

const noAnswer = 'The server did not answer. It may have been done all the same: reload the page to see.'

/** Writes a list: head, works, notes, order. Saved by a button, which says whether readers see it at once. */
export function ListEditor({ list, choices }: { list: DeskList; choices: ListChoices }) {
  const editing = useListEditing(list)
  const { content, isDirty, version, save, setFailed } = editing
  const [isSaving, startSaving] = useTransition()
  const [isShowing, startShowing] = useTransition()
  const router = useRouter()
  const say = useStatus()
  const isLive = list.state === 'live'

  const press = (over?: number) =>
    startSaving(async () => {
      const outcome = await save(over)
      if (!outcome.ok) return
      say(isLive ? 'Saved. Readers see it now.' : 'Saved.')
      router.refresh()
    })
  const show = () =>
    startShowing(async () => {
      const saved = isDirty ? await save() : { ok: true as const, version }
      if (!saved.ok) return
      const outcome = await publishListAction({ id: list.id, version: saved.version }).catch(() => ({
        ok: false as const,
        problem: noAnswer,
      }))
      if (!outcome.ok) return setFailed(outcome)
      say('Readers see the list now.')
      router.refresh()
    })
  return (
    <>
      <PageHead title={content.title || 'A list without a title'}>
        <Badge tone={isLive ? 'good' : 'neutral'}>{isLive ? 'Live' : 'Draft'}</Badge>{' '}
        {isLive ? 'What you save, readers see at once.' : 'Only the desk sees it.'}
      </PageHead>
      <SaveProblem id={list.id} editing={editing} onSaveOver={press} />
      <HeadFields editing={editing} choices={choices} />
      <Entries editing={editing} />
      <div className={styles.end}>
        {isLive ? (
          <>
            <Button variant="primary" isDisabled={!isDirty} pending={isSaving && 'Saving…'} onPress={() => press()}>
              Save and show to readers
            </Button>
            {list.path && (
              <ButtonLink href={list.path} prefetch={false}>
                See it on the site
              </ButtonLink>
            )}
            <TakeBack list={list} version={version} isDirty={isDirty} />
          </>
        ) : (
          <>
            <Button isDisabled={!isDirty} pending={isSaving && 'Saving…'} onPress={() => press()}>
              Save draft
            </Button>
            <Button variant="primary" pending={isShowing && 'Showing…'} onPress={show}>
              {isDirty ? 'Save and show to readers' : 'Show to readers'}
            </Button>
          </>
        )}
        <span className={styles.state}>{isDirty ? 'Not saved yet' : 'Everything is saved'}</span>
      </div>
    </>
  )
}
