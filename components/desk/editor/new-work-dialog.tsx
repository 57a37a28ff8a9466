'use client'
import { NewWorkForm } from '#components/desk/works/new-work-form.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import type { DeskWork } from '#lib/works/desk-works.ts'
import { useEditorDesk } from './editor-context.tsx'

interface NewWorkDialogProps {
  title: string
  onClose: () => void
  onMade: (work: DeskWork) => void
}

/** A work that is not here yet, made without leaving the review. */
export function NewWorkDialog({ title, onClose, onMade }: NewWorkDialogProps) {
  const { actions } = useEditorDesk()
  return (
    <Dialog title="A new work" size="wide" isOpen onOpenChange={isOpen => !isOpen && onClose()}>
      <NewWorkForm
        title={title}
        createWork={actions.createWork}
        onCancel={onClose}
        onMade={work => {
          onMade(work)
          onClose()
        }}
      />
    </Dialog>
  )
}
