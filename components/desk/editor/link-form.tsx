'use client'
import type { Editor } from '@tiptap/react'
import { type FormEvent, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { DialogActions } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { cleanAddress, isFollowed, typedAddress } from '#lib/links/addresses.ts'
import { isSafeLink } from '#lib/prose/prose.ts'
import { useEditorDesk } from './editor-context.tsx'
import { LinkField } from './link-field.tsx'
import styles from './link-form.module.css'
import { useLinkTitle } from './use-link-title.ts'

/** One field: an address, or words of one of our own pages. Where nothing is selected, a second one for the words of the link. */
export function LinkForm({ editor, close }: { editor: Editor; close: () => void }) {
  const { choices } = useEditorDesk()
  const present = String(editor.getAttributes('link').href ?? '')
  const needsWords = editor.state.selection.empty && present === ''
  const [typed, setTyped] = useState(present)
  const [ownWords, setOwnWords] = useState<string | null>(null)
  const [problem, setProblem] = useState('')
  const address = typedAddress(typed, choices.siteUrl)
  const { title, isLooking, learn } = useLinkTitle(address)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Whoever is unsure sees what is wrong with it; whoever is not is not asked twice.
    if (address === null || !isSafeLink(address)) return setProblem(typed.trim() === '' ? empty : notAnAddress)
    close()
    setLink(editor, address, ownWords?.trim() || title || address)
  }
  const change = (next: string) => {
    setTyped(next)
    setProblem('')
  }
  return (
    <form onSubmit={submit} className={styles.form}>
      <LinkField
        value={typed}
        onChange={change}
        onTarget={learn}
        siteUrl={choices.siteUrl}
        error={problem}
        description={title || (isLooking ? 'Looking what it is called…' : undefined)}
      />
      {address !== null && <Concerns address={address} siteUrl={choices.siteUrl} onChange={change} />}
      {needsWords && (
        <TextField
          label="Words"
          description="What readers see. Left empty, the title of the page, or its address."
          value={ownWords ?? title}
          onChange={event => setOwnWords(event.target.value)}
        />
      )}
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

const empty = 'Write where the link leads, or some words of one of our own pages.'
const notAnAddress =
  'Choose one of the pages that were found, or write an address such as https://example.org/page, a path of this site such as /reviews/her, or mailto:somebody@example.org.'

/** What an address has that readers should not be sent with, and the way to be rid of it. */
function Concerns({
  address,
  siteUrl,
  onChange,
}: {
  address: string
  siteUrl: string
  onChange: (address: string) => void
}) {
  const clean = isFollowed(address) ? cleanAddress(address, siteUrl) : null
  return (
    <div role="status" className={styles.concerns}>
      {clean !== null && (
        <p>
          It carries what readers are followed by.
          <Button size="small" onPress={() => onChange(clean)}>
            Take that out
          </Button>
        </p>
      )}
      {/^http:/i.test(address) && (
        <p>
          It is not encrypted: others can see what is read there.
          <Button size="small" onPress={() => onChange(address.replace(/^http:/i, 'https:'))}>
            Use https
          </Button>
        </p>
      )}
    </div>
  )
}

function setLink(editor: Editor, href: string, words: string): void {
  const chain = editor.chain().focus()
  if (editor.state.selection.empty && !editor.isActive('link'))
    chain.insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] }).run()
  else chain.extendMarkRange('link').setLink({ href }).run()
}
