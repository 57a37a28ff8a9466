'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useActionState, useEffect, useState } from 'react'
import { Button, SubmitButton } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/choice.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useStatus } from '#components/ui/status-line.tsx'
import type { FormState } from '#lib/forms/form-state.ts'
import type { DeskView } from '#lib/workflow/desk-queries.ts'
import styles from './saved-views.module.css'

export interface SavedViewsProps {
  place: 'reviews' | 'board'
  /** Of the page as it is narrowed now, and of all. */
  path: string
  all: string
  views: DeskView[]
  /** They may keep views for everybody. */
  mayShare: boolean
  actions: {
    save: (state: FormState, form: FormData) => Promise<FormState>
    remove: (input: { id: string }) => Promise<{ said: string }>
  }
}

/** Filters that were kept by a name. Each is an address, and can be handed on as one. */
export function SavedViews({ place, path, all, views, mayShare, actions }: SavedViewsProps) {
  const query = path.slice(path.split('?')[0]?.length)
  const here = views.find(view => view.query === query)
  const isKept = here !== undefined || path === all
  if (views.length === 0 && isKept) return null
  return (
    <nav aria-label="Saved views" className={styles.views}>
      <ul className={styles.list}>
        {views.map(view => (
          <li key={view.id}>
            <Link
              href={`/desk/${place}${view.query}`}
              className={styles.view}
              aria-current={view === here ? 'page' : undefined}
            >
              {view.name}
              {view.isHouse && <span className={styles.house}> for everybody</span>}
            </Link>
          </li>
        ))}
      </ul>
      {here?.mayRemove && <ForgetView view={here} remove={actions.remove} />}
      {!isKept && <KeepView {...{ place, query, mayShare }} save={actions.save} />}
    </nav>
  )
}

function ForgetView({ view, remove }: { view: DeskView; remove: SavedViewsProps['actions']['remove'] }) {
  const router = useRouter()
  const say = useStatus()
  const forget = async () => {
    say((await remove({ id: view.id })).said)
    router.refresh()
  }
  return (
    <Button variant="quiet" size="small" onPress={forget}>
      <Icon name="close" /> Forget the view “{view.name}”
    </Button>
  )
}

function KeepView(
  props: Pick<SavedViewsProps, 'place' | 'mayShare'> & { query: string } & { save: SavedViewsProps['actions']['save'] },
) {
  return (
    <Dialog
      title="Keep this view"
      trigger={
        <Button variant="quiet" size="small">
          <Icon name="plus" /> Keep this view…
        </Button>
      }
    >
      {close => <KeepForm {...props} close={close} />}
    </Dialog>
  )
}

function KeepForm({ place, query, mayShare, save, close }: Parameters<typeof KeepView>[0] & { close: () => void }) {
  const [name, setName] = useState('')
  const [answer, action] = useActionState(save, {})
  const router = useRouter()
  const say = useStatus()
  useEffect(() => {
    if (!answer.done) return
    say('The view is kept.')
    router.refresh()
    close()
  }, [answer, say, router, close])
  return (
    <Form action={action} answer={answer}>
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="query" value={query} />
      <TextField
        label="Name"
        name="name"
        required
        maxLength={60}
        value={name}
        onChange={event => setName(event.target.value)}
        error={answer.fields?.name}
      />
      {mayShare && <Checkbox label="For everybody at the desk" name="isHouse" />}
      <DialogActions>
        <Button variant="quiet" onPress={close}>
          Leave it
        </Button>
        <SubmitButton pending="Keeping…">Keep it</SubmitButton>
      </DialogActions>
    </Form>
  )
}
