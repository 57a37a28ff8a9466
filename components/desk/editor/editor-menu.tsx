'use client'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Menu } from '#components/ui/menu.tsx'
import { useEditorDesk } from './editor-context.tsx'
import { keysText } from './keys.ts'
import { useNames } from './names/names-context.tsx'
import { askForNote } from './notes/note-asked.ts'
import { noteKeys } from './notes/notes-keys.ts'
import { usePreference } from './preferences.ts'
import { askFor, type Tool, toolKeys } from './tool-keys.ts'

/** What can be done with the review and is not done every day. */
export function EditorMenu({
  onPreview,
  onRetract,
  onTrash,
}: {
  onPreview: () => void
  onRetract: () => void
  onTrash: () => void
}) {
  const { review, mayWrite } = useEditorDesk()
  const { link } = useNames()
  const [isPlain, setPlain] = usePreference('plain-punctuation')
  return (
    <Menu
      label="More"
      trigger={
        <Button variant="quiet" size="small" isIcon aria-label="More">
          <Icon name="more" />
        </Button>
      }
      entries={[
        { id: 'preview', label: 'Preview', description: 'As readers will see it', onAction: onPreview },
        {
          id: 'find',
          label: 'Find and replace',
          description: keysText(toolKeys.replace),
          onAction: () => askAfterMenu('replace'),
        },
        {
          id: 'outline',
          label: 'Outline',
          description: keysText(toolKeys.outline),
          onAction: () => askAfterMenu('outline'),
        },
        {
          id: 'comment',
          label: 'Comment',
          description: keysText(noteKeys.comment),
          onAction: () => setTimeout(() => askForNote('comment'), 60),
        },
        {
          id: 'suggest',
          label: 'Suggest changes',
          description: `Beside the text (${keysText(noteKeys.suggest)})`,
          onAction: () => setTimeout(() => askForNote('suggest'), 60),
        },
        {
          id: 'focus',
          label: 'Focus',
          description: `Nothing but the text (${keysText(toolKeys.focus)})`,
          onAction: () => askAfterMenu('focus'),
        },
        ...(review.may.edit
          ? [
              {
                id: 'punctuation',
                label: isPlain ? 'Smart punctuation is off' : 'Smart punctuation is on',
                description: isPlain ? 'Quotes and dashes stay as typed' : 'Quotes and dashes of the language',
                onAction: () => setPlain(!isPlain),
              },
            ]
          : []),
        {
          id: 'history',
          label: 'History',
          description: 'What it was, and when',
          href: `/desk/reviews/${review.id}/history`,
        },
        ...(mayWrite
          ? [
              {
                id: 'keep',
                label: 'Keep as a named version…',
                description: keysText(toolKeys.keep),
                onAction: () => askAfterMenu('keep'),
              },
            ]
          : []),
        ...(review.may.correct
          ? [
              {
                id: 'corrections',
                label: 'Corrections',
                description: 'What was wrong, said in public',
                href: `/desk/reviews/${review.id}/corrections`,
              },
            ]
          : []),
        ...(mayWrite
          ? [
              {
                id: 'names',
                label: 'Link the names of the credits',
                description: 'Each where it first stands in full',
                onAction: link,
              },
            ]
          : []),
        {
          id: 'shortcuts',
          label: 'Keyboard shortcuts',
          onAction: () => setTimeout(() => document.getElementById('shortcuts')?.click(), 60),
        },
        ...(review.livePath && review.may.retract
          ? [
              {
                id: 'retract',
                label: 'Retract…',
                description: 'Takes it away from readers',
                isDanger: true,
                onAction: onRetract,
              },
            ]
          : []),
        ...(review.may.trash && !review.livePath
          ? [
              {
                id: 'trash',
                label: 'Delete…',
                description: 'Into the trash, for thirty days',
                isDanger: true,
                onAction: onTrash,
              },
            ]
          : []),
      ]}
    />
  )
}

/** After the menu has given the focus back. */
function askAfterMenu(tool: Tool): void {
  setTimeout(() => askFor(tool), 60)
}
