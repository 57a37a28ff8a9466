'use client'
import { ShownOnce } from '#components/desk/shown-once.tsx'
import { Button } from '#components/ui/button.tsx'
import { DialogActions } from '#components/ui/dialog.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** The link of an invitation, shown until the dialog is closed. */
export function HandOverLink({ link, said, close }: { link: string; said: string; close: () => void }) {
  return (
    <>
      <Notice tone="good">{said}</Notice>
      <ShownOnce
        link={link}
        label="Link of the invitation"
        description="It works once, within seven days. It is shown only now; you can always make a new one."
      >
        {copyButton => (
          <DialogActions>
            {copyButton}
            <Button variant="primary" onPress={close}>
              Done
            </Button>
          </DialogActions>
        )}
      </ShownOnce>
    </>
  )
}
