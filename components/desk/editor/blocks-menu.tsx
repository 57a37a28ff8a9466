'use client'
import type { Editor } from '@tiptap/core'
import { afterClosing } from '#components/desk/asked.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Menu } from '#components/ui/menu.tsx'
import { blockDoings, blocks, oftenIds } from './blocks.ts'
import { keysText } from './keys.ts'

/** What is not done in every text, and what is done with a block as a whole. */
export function BlocksMenu({ editor, mayUpload }: { editor: Editor; mayUpload: boolean }) {
  const rare = blocks.filter(({ id, needsUpload }) => !oftenIds.includes(id) && (mayUpload || !needsUpload))
  return (
    <Menu
      label="Blocks"
      trigger={
        <Button variant="quiet" size="small">
          Blocks
          <Icon name="chevronDown" />
        </Button>
      }
      entries={[...rare, ...blockDoings].map(({ id, label, keys, run }) => ({
        id,
        label,
        description: keys && keysText(keys),
        // After the menu has given the focus back.
        onAction: () => afterClosing(() => run(editor)),
      }))}
    />
  )
}
