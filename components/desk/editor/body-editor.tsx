'use client'
import { Placeholder } from '@tiptap/extensions/placeholder'
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { BlockCommands } from './blocks-commands.ts'
import { drawn, placeholderOf } from './blocks-drawn.ts'
import { TypedBlocks } from './blocks-typed.ts'
import styles from './body-editor.module.css'
import { isSameProse, proseOf } from './document.ts'
import { useEditorDesk, useWritten } from './editor-context.tsx'
import { grammar } from './extensions.ts'
import { FindMarks } from './find-marks.ts'
import { FindTool } from './find-tool.tsx'
import { FocusBlock } from './focus-block.ts'
import { GalleryPictures } from './gallery-pictures.ts'
import { later } from './later.tsx'
import { NameMarks } from './names/name-marks.ts'
import names from './names/names.module.css'
import { useNames } from './names/names-context.tsx'
import { useNameKeys } from './names/use-name-keys.ts'
import { isSuggesting } from './notes/suggesting-in.ts'
import { Paste, type PasteSaid } from './paste.ts'
import { PasteLine } from './paste-line.tsx'
import { PictureUploads } from './picture-uploads.ts'
import fresh from './presence/presence.module.css'
import { FreshMarks, showText } from './presence/show-text.ts'
import { useTurn } from './presence/use-turn.ts'
import { SlashMenu } from './slash-menu.tsx'
import { SmartPunctuation } from './smart-punctuation.ts'
import { TextToolbar } from './text-toolbar.tsx'
import { TkMarks } from './tk-marks.ts'
import tools from './tools.module.css'
import { usePunctuation } from './use-punctuation.ts'

// What stands beside the text comes after it.
const BlockTools = later(() => import('./blocks-tools.tsx').then(module => module.BlockTools))
const BubbleMenu = later(() => import('./bubble-menu.tsx').then(module => module.BubbleMenu))
const NamePopover = later(() => import('./names/name-popover.tsx').then(module => module.NamePopover))
const LinkDialog = later(() => import('./link-dialog.tsx').then(module => module.LinkDialog))

/** The text of the review. What is written goes to the draft; what the draft is given from elsewhere comes here. */
export function BodyEditor() {
  const written = useWritten()
  const { draft, review, choices, learn, selectedWords, text, presence, mayWrite } = useEditorDesk()
  const own = useRef(draft.get().body)
  const [isLinking, setLinking] = useState(false)
  const [problem, setProblem] = useState('')
  const [pasted, setPasted] = useState<PasteSaid | null>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const { link, say } = useNames()
  const linkNames = useLatest(link)
  const saying = useLatest(say)
  const choosePictures = useCallback(() => chooser.current?.click(), [])
  const onKey = useNameKeys()
  const style = usePunctuation()
  const editor = useEditor({
    immediatelyRender: false,
    editable: mayWrite,
    content: draft.get().body,
    extensions: [
      ...drawn(grammar()),
      BlockCommands.configure({ say: words => saying.current(words) }),
      TypedBlocks.configure({ onPicture: picture => learn({ pictures: { [picture.id]: picture } }) }),
      SlashMenu.configure({ mayUpload: review.may.upload, linkNames: () => linkNames.current() }),
      NameMarks.configure({ className: names.mark ?? '', onKey }),
      SmartPunctuation.configure({ style }),
      TkMarks.configure({ className: tools.tk ?? '' }),
      FindMarks.configure({ className: tools.found ?? '', currentName: tools.shown ?? '' }),
      FocusBlock.configure({ className: tools.here ?? '' }),
      FreshMarks.configure({ className: fresh.fresh ?? '' }),
      GalleryPictures,
      PictureUploads.configure({
        isAllowed: review.may.upload,
        onPicture: picture => learn({ pictures: { [picture.id]: picture } }),
        onProblem: setProblem,
      }),
      Paste.configure({
        siteUrl: choices.siteUrl,
        onSaid: setPasted,
        onProblem: setProblem,
        onPicture: picture => learn({ pictures: { [picture.id]: picture } }),
      }),
      Placeholder.configure({
        includeChildren: true,
        placeholder: placeholderOf,
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
    onUpdate: ({ editor: current, transaction }) => {
      const { state } = current
      if (isSuggesting(current)) return
      const written = proseOf(state.doc)
      // The empty line that the editor adds below the text is no change.
      if (isSameProse(written, proseOf(transaction.before))) return
      own.current = written
      draft.set({ body: written })
    },
  })
  useEffect(() => (editor ? text.attach(editor) : undefined), [editor, text])
  useTurn(editor, presence, review.may.edit)
  useEffect(() => {
    if (!editor) return
    return draft.subscribe(() => {
      const { body } = draft.get()
      if (body === own.current || isSuggesting(editor)) return
      own.current = body
      showText(editor, body, { isFollowing: !editor.isEditable })
    })
  }, [editor, draft])
  return (
    <div className={styles.body}>
      {editor && <FindTool editor={editor} />}
      {editor && mayWrite && (
        <TextToolbar editor={editor} onLink={() => setLinking(true)} mayUpload={review.may.upload} />
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {editor ? <EditorContent editor={editor} {...written} /> : <div className={styles.waiting} aria-hidden="true" />}
      {editor && mayWrite && <BubbleMenu editor={editor} onLink={() => setLinking(true)} />}
      {editor && <BlockTools editor={editor} onPicture={choosePictures} onProblem={setProblem} />}
      {editor && mayWrite && <NamePopover editor={editor} />}
      {pasted && <PasteLine said={pasted} onClose={() => setPasted(null)} />}
      {editor && isLinking && <LinkDialog editor={editor} isOpen onOpenChange={setLinking} />}
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
