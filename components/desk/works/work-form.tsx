'use client'
import Link from 'next/link'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { DeskWorkPage } from '#lib/works/desk-queries-work.ts'
import { fieldList, type WorkField } from '#lib/works/work-content.ts'
import { CreditRows } from './credit-rows.tsx'
import { EditionRows } from './edition-rows.tsx'
import { FactFields } from './fact-fields.tsx'
import { IdFields } from './id-fields.tsx'
import { useSaveKey, useWorkDraft, type WorkAnswer } from './use-work-draft.ts'
import type { WorkActions } from './work-actions.ts'
import styles from './work-form.module.css'
import { WorkPicture } from './work-picture.tsx'

export interface WorkFormProps {
  work: DeskWorkPage
  /** In which countries and languages are named. */
  language: string
  actions: Pick<WorkActions, 'save' | 'refocus'>
}

/** Everything that is known of a work, in one form that is saved whole. */
export function WorkForm({ work, language, actions }: WorkFormProps) {
  const { draft, set, answer, submit, isSaving, isChanged, setPending } = useWorkDraft(work, actions.save)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (answer.fields) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [answer])
  const problems = answer.fields ?? {}
  const mayEdit = work.may.edit
  const shared = { draft, set, problems, mayEdit }
  useSaveKey(mayEdit ? submit : null)
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      {!mayEdit && <Notice>Only editors change works. You can look at everything here.</Notice>}
      <FactFields {...shared} parent={work.parent} livePath={work.livePath} language={language} />
      <Part title="Credits" id="credits">
        <CreditRows {...shared} onPending={setPending} />
      </Part>
      <Part title="Elsewhere" id="elsewhere">
        <IdFields
          kind={draft.kind}
          externalIds={draft.externalIds}
          onChange={externalIds => set({ externalIds })}
          example="tt1798709"
          problem={problems.externalIds}
          mayEdit={mayEdit}
          onPending={setPending}
        />
      </Part>
      <Part title="Editions" id="editions">
        <EditionRows {...shared} />
      </Part>
      <Part title="Picture" id="picture">
        <WorkPicture {...shared} first={work.picture} refocus={actions.refocus} mayUpload={work.may.upload} />
      </Part>
      {mayEdit && (
        <div className={styles.end}>
          <Answer answer={answer} onTake={(field, content) => set({ [field]: content[field] })} />
          <div className={styles.bar}>
            <Button type="submit" variant="primary" pending={isSaving && 'Saving…'}>
              Save
            </Button>
            <span role="status">{answer.done && !isChanged ? answer.done : isChanged ? 'Not saved yet.' : ''}</span>
          </div>
        </div>
      )}
    </form>
  )
}

function Part({ title, id, children }: { title: string; id: string; children: ReactNode }) {
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

/** What came of the save, where it is no single field's. */
function Answer({
  answer: { problem, fields, holder, merged },
  onTake,
}: {
  answer: WorkAnswer
  onTake: (field: WorkField, theirs: DeskWorkPage['content']) => void
}) {
  const said = Object.values(fields ?? {}).filter(Boolean)
  return (
    <>
      {(problem || said.length > 0) && (
        <Notice tone="problem" title="Nothing was saved. What you typed is still here.">
          {[...(problem ? [problem] : []), ...said].map(text => (
            <p key={text}>{text}</p>
          ))}
          {holder && (
            <p>
              It belongs to <Link href={holder.path}>{holder.name}</Link>.
            </p>
          )}
        </Notice>
      )}
      {merged && (
        <Notice
          tone="problem"
          title={`${merged.by ?? 'Somebody'} saved this work while you had it open. Nothing is lost.`}
          actions={merged.contested.map(field => (
            <Button key={field} size="small" onPress={() => onTake(field, merged.theirs)}>
              Take theirs of {fieldList([field])}
            </Button>
          ))}
        >
          {merged.taken.length > 0 && <p>What they changed is in the form now: {fieldList(merged.taken)}.</p>}
          {merged.contested.length > 0 && <p>You have both changed {fieldList(merged.contested)}: yours stands.</p>}
          <p>Look at it, then save again.</p>
        </Notice>
      )}
    </>
  )
}
