'use client'
import type { Editor } from '@tiptap/core'
import { type FormEvent, useState } from 'react'
import { afterClosing } from '#components/desk/asked.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { embedProviders, parseEmbed } from '#lib/prose/embeds.ts'
import { useEditorDesk } from './editor-context.tsx'
import { fillEmbeds } from './embed-details.ts'

/** Asks for the address of something at another site, and puts it into the text. */
export function EmbedDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { learn } = useEditorDesk()
  const [address, setAddress] = useState('')
  const [problem, setProblem] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const shown = parseEmbed(/^https?:\/\//i.test(address.trim()) ? address : `https://${address.trim()}`)
    if (!shown)
      return setProblem(`This is no address of a film, song or post at ${names}. Copy it from its page there.`)
    onClose()
    afterClosing(() => {
      editor.chain().insertEmbed(shown).focus().run()
      fillEmbeds(editor, picture => learn({ pictures: { [picture.id]: picture } }))
    })
  }
  return (
    <Dialog title="Film, song or post" isOpen onOpenChange={isOpen => !isOpen && onClose()}>
      <form onSubmit={submit} style={{ display: 'grid', gap: '1rem' }}>
        <TextField
          label="Its address"
          description={`At ${names}. Readers see a poster that leads there; nothing of that site is loaded on your page.`}
          value={address}
          onChange={event => setAddress(event.target.value)}
          error={problem}
          inputMode="url"
          autoFocus
          placeholder="https://"
          spellCheck={false}
        />
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Put it in
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

const names = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(embedProviders.map(({ name }) => name))
