'use client'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { DialogActions } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** The link of an invitation. It is nowhere else in plain text, so it is shown until the dialog is closed. */
export function HandOverLink({ link, said, close }: { link: string; said: string; close: () => void }) {
  const [copied, setCopied] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
      setCopied('Copied.')
    } catch {
      setCopied('This browser did not let us copy it: select it and copy it yourself.')
    }
  }
  return (
    <>
      <Notice tone="good">{said}</Notice>
      <TextField
        label="Link of the invitation"
        description="It works once, within seven days. It is shown only now; you can always make a new one."
        value={link}
        readOnly
        onFocus={event => event.target.select()}
      />
      <p role="status">{copied}</p>
      <DialogActions>
        <Button onPress={copy}>Copy the link</Button>
        <Button variant="primary" onPress={close}>
          Done
        </Button>
      </DialogActions>
    </>
  )
}
