'use client'
import type { Editor } from '@tiptap/react'
import { type FormEvent, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { isSafeLink } from '#lib/prose/prose.ts'
import { useEditorDesk } from './editor-context.tsx'

/** Asks where the selected words lead. */
export function LinkDialog({
  editor,
  isOpen,
  onOpenChange,
}: {
  editor: Editor
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}) {
  return (
    <Dialog title="Link" isOpen={isOpen} onOpenChange={onOpenChange}>
      {close => <LinkForm editor={editor} close={close} />}
    </Dialog>
  )
}

function LinkForm({ editor, close }: { editor: Editor; close: () => void }) {
  const { choices } = useEditorDesk()
  const present = String(editor.getAttributes('link').href ?? '')
  const [href, setHref] = useState(present)
  const [problem, setProblem] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const address = ownOrWhole(href.trim(), choices.siteUrl)
    if (!isSafeLink(address))
      return setProblem(
        'Write an address such as https://example.org/page, a path of this site such as /reviews/her, or mailto:somebody@example.org.',
      )
    close()
    setLink(editor, address)
  }
  return (
    <form onSubmit={submit} style={{ display: 'grid', gap: '1rem' }}>
      <TextField
        label="Address"
        value={href}
        onChange={event => setHref(event.target.value)}
        error={problem}
        inputMode="url"
        autoFocus
        placeholder="https://"
        spellCheck={false}
      />
      <DialogActions>
        {present !== '' && (
          <Button
            variant="quiet"
            onPress={() => {
              close()
              editor.chain().focus().extendMarkRange('link').unsetLink().run()
            }}
          >
            Remove the link
          </Button>
        )}
        <Button variant="primary" type="submit">
          {present === '' ? 'Link' : 'Change'}
        </Button>
      </DialogActions>
    </form>
  )
}

function setLink(editor: Editor, href: string): void {
  const chain = editor.chain().focus()
  if (editor.state.selection.empty && !editor.isActive('link'))
    chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
  else chain.extendMarkRange('link').setLink({ href }).run()
}

/** A page of our own by its path, so that it stays right when the site moves; and what begins like a host is one. */
function ownOrWhole(typed: string, siteUrl: string): string {
  if (/^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(typed)) return `https://${typed}`
  if (!URL.canParse(typed)) return typed
  const url = new URL(typed)
  return url.origin === siteUrl ? url.pathname + url.search + url.hash : typed
}
