'use client'
import { useEffect } from 'react'
import { afterClosing } from '#components/desk/asked.ts'
import { askForTool, offer, paletteKeys } from '#components/desk/palette/palette-asked.ts'
import type { Choice } from '#components/desk/palette/palette-choices.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Menu, type MenuEntry } from '#components/ui/menu.tsx'
import { useEditorDesk } from './editor-context.tsx'
import { keysText } from './keys.ts'
import { useNames } from './names/names-context.tsx'
import { askForNote } from './notes/note-asked.ts'
import { noteKeys } from './notes/notes-keys.ts'
import { usePreference } from './preferences.ts'
import { askFor, type Tool, toolKeys } from './tool-keys.ts'

export interface EditorMenuProps {
  onPublish: () => void
  onPreview: () => void
  onRetract: () => void
  onTrash: () => void
}

/** What can be done with the review and is not done every day. The palette offers it too. */
export function EditorMenu({ onPublish, onPreview, onRetract, onTrash }: EditorMenuProps) {
  const { review, mayWrite } = useEditorDesk()
  const { link } = useNames()
  const [isPlain, setPlain] = usePreference('plain-punctuation')
  const entries: MenuEntry[] = [
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
      onAction: () => afterClosing(() => askForNote('comment')),
    },
    {
      id: 'suggest',
      label: 'Suggest changes',
      description: `Beside the text (${keysText(noteKeys.suggest)})`,
      onAction: () => afterClosing(() => askForNote('suggest')),
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
      onAction: () => afterClosing(() => document.getElementById('shortcuts')?.click()),
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
  ]
  const publish = review.may.publish ? [{ id: 'publish', name: 'Publish…', words: 'go live', act: onPublish }] : []
  // What the entries do is bound to what is so now, so it is offered anew with every change.
  useEffect(() => offer([...publish, ...entries.map(choiceOf)]))
  return (
    <Menu
      label="More"
      trigger={
        <Button variant="quiet" size="small" isIcon aria-label="More">
          <Icon name="more" />
        </Button>
      }
      entries={[
        ...entries,
        {
          id: 'palette',
          label: 'Find or do',
          description: `Everything at the desk (${keysText(paletteKeys)} outside of the text)`,
          onAction: () => afterClosing(() => askForTool('palette')),
        },
        { id: 'help', label: 'Help with this screen', onAction: () => afterClosing(() => askForTool('help')) },
      ]}
    />
  )
}

function choiceOf({ id, label, description, href, onAction }: MenuEntry): Choice {
  return { id, name: label, detail: description, href, act: onAction }
}

function askAfterMenu(tool: Tool): void {
  afterClosing(() => askFor(tool))
}
