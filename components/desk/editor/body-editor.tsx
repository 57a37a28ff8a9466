'use client'
import { Placeholder } from '@tiptap/extensions'
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import styles from './body-editor.module.css'
import { BubbleMenu } from './bubble-menu.tsx'
import { proseOf } from './document.ts'
import { useEditorDesk, useWritten } from './editor-context.tsx'
import { grammar } from './extensions.ts'
import { Figure } from './figure.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { Mention } from './mention.tsx'
import { NameMarks } from './names/name-marks.ts'
import { NamePopover } from './names/name-popover.tsx'
import names from './names/names.module.css'
import { useNames } from './names/names-context.tsx'
import { useNameKeys } from './names/use-name-keys.ts'
import { PictureUploads } from './picture-uploads.ts'
import { SlashMenu } from './slash-menu.tsx'
import { Spoiler } from './spoiler.tsx'
import { TextToolbar } from './text-toolbar.tsx'

/** The text of the review. What is written goes to the draft; what the draft is given from elsewhere comes here. */
export function BodyEditor() {
  const written = useWritten()
  const { draft, review, learn, selectedWords } = useEditorDesk()
  const own = useRef(draft.get().body)
  const [isLinking, setLinking] = useState(false)
  const [problem, setProblem] = useState('')
  const chooser = useRef<HTMLInputElement>(null)
  const isEditable = review.may.edit
  const { link } = useNames()
  const linkNames = useLatest(link)
  const onKey = useNameKeys()
  const editor = useEditor({
    immediatelyRender: false,
    editable: isEditable,
    content: draft.get().body,
    extensions: [
      ...grammar().filter(({ name }) => !['figure', 'spoiler', 'mention'].includes(name)),
      Figure,
      Spoiler,
      Mention,
      SlashMenu.configure({ addPicture: () => chooser.current?.click(), linkNames: () => linkNames.current() }),
      NameMarks.configure({ className: names.mark ?? '', onKey }),
      PictureUploads.configure({
        isAllowed: review.may.upload,
        onPicture: picture => learn({ pictures: { [picture.id]: picture } }),
        onProblem: setProblem,
      }),
      Placeholder.configure({
        includeChildren: true,
        placeholder: ({ node }) =>
          node.type.name === 'heading' ? 'Heading' : 'Write. Type / for blocks, @ to mention a work or a person.',
      }),
    ],
    editorProps: {
      // The bars at the top of the page stand over the text.
      scrollMargin: { top: 130, bottom: 60, left: 0, right: 0 },
      scrollThreshold: { top: 130, bottom: 60, left: 0, right: 0 },
      attributes: {
        class: styles.text ?? '',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': 'Text of the review',
        id: 'field-body',
      },
      handleKeyDown: (_, event) => {
        if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== 'k') return false
        event.preventDefault()
        setLinking(true)
        return true
      },
    },
    onTransaction: ({ editor: { state } }) => selectedWords.remember(state),
    onUpdate: ({ editor: { state } }) => {
      const written = proseOf(state.doc)
      // The empty line that the editor adds below the text is no change.
      if (JSON.stringify(written) === JSON.stringify(own.current)) return
      own.current = written
      draft.set({ body: written })
    },
  })
  useEffect(() => {
    if (!editor) return
    return draft.subscribe(() => {
      const { body } = draft.get()
      if (body === own.current) return
      own.current = body
      editor.commands.setContent(body, { emitUpdate: false })
    })
  }, [editor, draft])
  return (
    <div className={styles.body}>
      {editor && isEditable && (
        <TextToolbar
          editor={editor}
          onLink={() => setLinking(true)}
          onPicture={review.may.upload ? () => chooser.current?.click() : null}
        />
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {editor ? <EditorContent editor={editor} {...written} /> : <div className={styles.waiting} aria-hidden="true" />}
      {editor && isEditable && <BubbleMenu editor={editor} onLink={() => setLinking(true)} />}
      {editor && isEditable && <NamePopover editor={editor} />}
      {editor && <LinkDialog editor={editor} isOpen={isLinking} onOpenChange={setLinking} />}
      <PictureChooser chooser={chooser} editor={editor} onChoose={() => setProblem('')} />
    </div>
  )
}

function PictureChooser({
  chooser,
  editor,
  onChoose,
}: {
  chooser: React.RefObject<HTMLInputElement | null>
  editor: Editor | null
  onChoose: () => void
}) {
  return (
    <input
      ref={chooser}
      type="file"
      accept="image/jpeg,image/png,image/webp,image/gif"
      multiple
      hidden
      aria-label="Choose pictures"
      onChange={event => {
        onChoose()
        editor?.commands.uploadPictures([...(event.target.files ?? [])])
        event.target.value = ''
      }}
    />
  )
}

/** What an editor that keeps its extensions calls: always the newest. */
function useLatest<T>(value: T): React.RefObject<T> {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}
