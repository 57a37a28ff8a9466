'use client'
import { useState } from 'react'
import { detailOf } from '#components/desk/works/likely-works.tsx'
import { ComboBox } from '#components/ui/combo-box.tsx'
import type { DeskWork } from '#lib/works/desk-works.ts'
import { findWorks } from './desk-client.ts'
import { useEditorDesk, useField } from './editor-context.tsx'
import { NewWorkDialog } from './new-work-dialog.tsx'

/** What is reviewed: found as one types, or made on the spot. */
export function WorkField() {
  const { known, learn, review, mayWrite } = useEditorDesk()
  const [workId, setWorkId, problem] = useField('workId')
  const [newTitle, setNewTitle] = useState<string | null>(null)
  const work = workId ? known.works[workId] : undefined
  const choose = (chosen: DeskWork) => {
    learn({ works: { [chosen.id]: chosen } })
    setWorkId(chosen.id)
  }
  return (
    <div id="field-workId">
      <ComboBox
        label="Work"
        placeholder="Search by title"
        description={work ? detailOf(work) : undefined}
        error={problem}
        isDisabled={!mayWrite}
        value={
          work ? toItem(work) : workId ? { id: workId, name: 'A work that was chosen elsewhere', work: null } : null
        }
        load={async (query, signal) => (await findWorks(query, signal)).map(toItem)}
        onChange={item => (item?.work ? choose(item.work) : setWorkId(null))}
        onCreate={review.may.createWork ? setNewTitle : undefined}
      />
      {newTitle !== null && <NewWorkDialog title={newTitle} onClose={() => setNewTitle(null)} onMade={choose} />}
    </div>
  )
}

function toItem(work: DeskWork): { id: string; name: string; detail?: string; work: DeskWork | null } {
  return { id: work.id, name: work.title, detail: detailOf(work), work }
}
