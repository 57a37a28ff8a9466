'use client'
import type { Editor } from '@tiptap/react'
import {
  createContext,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx'
import type { NameCheck, NameDoubt } from '#lib/names/names.ts'
import type { NamesToCheck } from '#lib/names/names-schema.ts'
import { nameKey } from '#lib/names/words.ts'
import { useEditorDesk } from '../editor-context.tsx'
import { goToField } from '../go-to-field.ts'
import { followsTitle, slugFor } from '../slug.ts'
import { besideNow, isAlike, markNow, none, type TextDoubts } from './doubts-now.ts'
import { doubtsInFields, type FieldDoubt, typeIntoField, withFieldFixed } from './field-doubts.ts'
import { linkNames } from './link-names.ts'
import { type AttributeDoubt, fixDoubt, giveCheck, goToDoubt, type MarkedDoubt, nameMarks } from './name-marks.ts'
import { useNamesToCheck } from './use-names-to-check.ts'

/** A doubt wherever in the review it is. */
export type ListedDoubt = { place: string; doubt: NameDoubt } & (
  | { in: 'text'; mark: MarkedDoubt }
  | { in: 'attribute'; beside: AttributeDoubt }
  | { in: 'field'; line: FieldDoubt }
)

interface Names {
  /** Headline and standfirst, the text, then the rest. */
  doubts: ListedDoubt[]
  /** Whether accepting is for the house, or for this sitting only. */
  mayAccept: boolean
  goTo: (doubt: ListedDoubt) => void
  fix: (doubt: ListedDoubt) => void
  accept: (doubt: NameDoubt) => void
  link: () => void
  say: (words: string) => void
  /** The text's editor, and what it has found, for as long as it is there. */
  attach: (editor: Editor) => () => void
}

const Context = createContext<Names | null>(null)

export function useNames(): Names {
  const names = useContext(Context)
  if (!names) throw new Error('The name check is not around this')
  return names
}

/** Checks the names of the whole review while it is written, and knows what to do about them. */
export function NamesProvider({ children }: { children: ReactNode }) {
  const { draft, review } = useEditorDesk()
  const names = useNamesToCheck()
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set())
  const check = useCheck(names, accepted)
  const editor = useRef<Editor | null>(null)
  const { text, attach } = useTextDoubts(editor, check)
  const lines = useFieldDoubts(check)
  const [said, say] = useState('')
  const doubts = useMemo(() => inOrder(text, lines), [text, lines])
  useAnnouncement(doubts, check !== null, say)

  const fix = useCallback(
    (listed: ListedDoubt) => {
      const { suggestion } = listed.doubt
      if (listed.in === 'text' && editor.current) fixDoubt(editor.current.view, markNow(editor.current, listed.mark))
      if (listed.in === 'attribute' && editor.current)
        fixAttribute(editor.current, besideNow(editor.current, listed.beside))
      if (listed.in === 'field' && !typeIntoField(listed.line)) {
        const patch = withFieldFixed(draft.get(), listed.line)
        const { title } = patch
        const slug = title && followsTitle(review, draft.get()) ? { slug: slugFor(title, draft.get().slug) } : {}
        draft.set({ ...patch, ...slug })
      }
      say(`Put right: ${suggestion}.`)
    },
    [draft, review],
  )
  const accept = useAccept(names?.mayAccept ?? false, setAccepted, say)
  const goTo = useCallback((listed: ListedDoubt) => {
    if (listed.in === 'field') goToField(listed.line.field)
    else if (editor.current) {
      const at =
        listed.in === 'text'
          ? markNow(editor.current, listed.mark)
          : { ...listed.doubt, to: besideNow(editor.current, listed.beside).at }
      goToDoubt(editor.current.view, at)
    }
  }, [])
  const link = useCallback(() => {
    const linked = editor.current && names ? linkNames(editor.current.state, names.linkable) : null
    if (!linked || !editor.current) return say('There is no full name to link that is not linked already.')
    editor.current.view.dispatch(linked.transaction.scrollIntoView())
    editor.current.view.focus()
    say(linked.count === 1 ? 'Linked 1 name.' : `Linked ${linked.count} names.`)
  }, [names])
  useFieldKey(doubts, fix)
  useLinkFromReport(doubts, goTo)

  const mayAccept = names?.mayAccept ?? false
  const value = useMemo(
    () => ({ doubts, mayAccept, goTo, fix, accept, link, say, attach }),
    [doubts, mayAccept, goTo, fix, accept, link, attach],
  )
  return (
    <Context value={value}>
      {children}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </Context>
  )
}

/** The check is a script of its own, which comes with what it checks against; without it nothing is doubted. */
function useCheck(names: NamesToCheck | null, accepted: ReadonlySet<string>): NameCheck | null {
  const [create, setCreate] = useState<typeof import('#lib/names/names.ts').createNameCheck | null>(null)
  const isWanted = names !== null
  useEffect(() => {
    if (isWanted)
      void import('#lib/names/names.ts').then(
        module => setCreate(() => module.createNameCheck),
        () => {},
      )
  }, [isWanted])
  return useMemo(() => {
    if (!names || !create) return null
    const [words, others] = [new Set(names.words), new Set(names.otherNames)]
    const right = new Set([...names.accepted, ...accepted])
    return create({
      known: names.known,
      isWord: key => words.has(key),
      isOtherName: key => others.has(key),
      isAccepted: key => right.has(key),
    })
  }, [names, create, accepted])
}

/** What the text's plugin has found, and the plugin given what to look for. */
function useTextDoubts(editor: RefObject<Editor | null>, check: NameCheck | null) {
  const [text, setText] = useState(none)
  const latest = useRef(check)
  useEffect(() => {
    latest.current = check
    if (editor.current) giveCheck(editor.current.view, check)
  }, [editor, check])
  const attach = useCallback(
    (own: Editor) => {
      editor.current = own
      const read = () => {
        const { marks, beside } = nameMarks.getState(own.state) ?? none
        // Their places move with every key; what is shown of them does not. Whoever goes to one asks where it is now.
        setText(before => (isAlike(before, { marks, beside }) ? before : { marks, beside }))
      }
      own.on('transaction', read)
      giveCheck(own.view, latest.current)
      return () => {
        own.off('transaction', read)
        editor.current = null
      }
    },
    [editor],
  )
  return { text, attach }
}

function useFieldDoubts(check: NameCheck | null): FieldDoubt[] {
  const { draft } = useEditorDesk()
  const [lines, setLines] = useState<FieldDoubt[]>([])
  useEffect(() => {
    if (!check) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const found = doubtsInFields(draft.get(), check)
      setLines(before => (JSON.stringify(before) === JSON.stringify(found) ? before : found))
    }
    look()
    const stop = draft.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(look, 600)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [draft, check])
  return lines
}

function useAccept(
  mayAccept: boolean,
  setAccepted: (change: (before: ReadonlySet<string>) => ReadonlySet<string>) => void,
  say: (words: string) => void,
) {
  const { actions } = useEditorDesk()
  return useCallback(
    async ({ text }: NameDoubt) => {
      const key = nameKey(text)
      setAccepted(before => new Set([...before, key]))
      if (!mayAccept) return say(`“${text}” is not marked again while this page is open.`)
      const outcome = await actions.acceptName({ text }).catch(() => null)
      if (outcome?.ok) return say(`“${text}” is right, and is not marked again.`)
      setAccepted(before => new Set([...before].filter(one => one !== key)))
      say(outcome?.problem ?? 'Without a connection this cannot be remembered. Try again later.')
    },
    [actions, mayAccept, setAccepted, say],
  )
}

/** Says once what was found when the review was opened, and then each new doubt, but never twice and not while words are coming. */
function useAnnouncement(doubts: ListedDoubt[], isReady: boolean, say: (words: string) => void): void {
  const heard = useRef<Set<string> | null>(null)
  useEffect(() => {
    if (!isReady) return
    const timer = setTimeout(() => {
      const known = heard.current
      const fresh = doubts.filter(({ doubt }) => !known?.has(doubt.text))
      heard.current = new Set([...(known ?? []), ...doubts.map(({ doubt }) => doubt.text)])
      const [first] = fresh
      if (!first) return
      const { text, suggestion } = first.doubt
      if (known && fresh.length === 1) say(`“${text}” looks misspelt: ${suggestion}? Alt and Enter puts it right.`)
      else say(`${howMany(fresh.length)} misspelt. Alt and Enter goes to the next.`)
    }, 1_200)
    return () => clearTimeout(timer)
  }, [doubts, isReady, say])
}

/** "1 name looks", "3 names look" */
export function howMany(count: number): string {
  return count === 1 ? '1 name looks' : `${count} names look`
}

/** The same key in a line beside the text: it puts the doubt of that line right. */
function useFieldKey(doubts: ListedDoubt[], fix: (doubt: ListedDoubt) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !event.altKey || event.shiftKey || !(event.target instanceof Element)) return
      const { target } = event
      const own = doubts.find(listed => listed.in === 'field' && target.closest(`#field-${listed.line.field}`))
      if (!own) return
      event.preventDefault()
      event.stopPropagation()
      fix(own)
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [doubts, fix])
}

/** The report of the archive leads here with the word behind #name=: once it is found, the cursor goes there. */
function useLinkFromReport(doubts: ListedDoubt[], goTo: (doubt: ListedDoubt) => void): void {
  const isDone = useRef(false)
  useEffect(() => {
    const wanted = new URLSearchParams(location.hash.slice(1)).get('name')
    const place = wanted && !isDone.current && doubts.find(({ doubt }) => doubt.text === wanted)
    if (!place) return
    isDone.current = true
    history.replaceState(null, '', location.pathname)
    goTo(place)
  }, [doubts, goTo])
}

function fixAttribute({ view }: Editor, { at, attribute, text, doubt }: AttributeDoubt): void {
  if (view.state.doc.nodeAt(at)?.attrs[attribute] !== text) return
  const right = text.slice(0, doubt.from) + doubt.suggestion + text.slice(doubt.to)
  view.dispatch(view.state.tr.setNodeAttribute(at, attribute, right))
}

function inOrder({ marks, beside }: TextDoubts, lines: FieldDoubt[]): ListedDoubt[] {
  const isHead = ({ field }: FieldDoubt) => field === 'title' || field === 'standfirst'
  const listed = (line: FieldDoubt): ListedDoubt => ({ in: 'field', place: line.place, doubt: line.doubt, line })
  return [
    ...lines.filter(isHead).map(listed),
    ...marks.map((mark): ListedDoubt => ({ in: 'text', place: 'Text', doubt: mark, mark })),
    ...beside.map((one): ListedDoubt => ({ in: 'attribute', place: one.place, doubt: one.doubt, beside: one })),
    ...lines.filter(line => !isHead(line)).map(listed),
  ]
}
