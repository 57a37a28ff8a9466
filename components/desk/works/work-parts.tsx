'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState, useTransition } from 'react'
import type { WorkOutcome } from '#components/desk/editor/editor-actions.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { DeskPart, DeskWorkPage } from '#lib/works/desk-queries-work.ts'
import { kindName, type WorkKind } from '#lib/works/works.ts'
import type { WorkActions } from './work-actions.ts'
import styles from './work-parts.module.css'

interface WorkPartsProps {
  work: DeskWorkPage
  /** What is added here: the seasons of a series. Null where nothing is. */
  partKind: WorkKind | null
  createWork: WorkActions['createWork']
}

/** Its seasons, episodes or tracks, and a line that adds the next one. */
export function WorkParts({ work, partKind, createWork }: WorkPartsProps) {
  const title = partKind ? kindName(partKind, 2) : 'Parts'
  return (
    <section className={styles.parts} aria-labelledby="parts">
      <h2 id="parts">{title}</h2>
      {work.parts.length === 0 && <p className={styles.none}>None yet.</p>}
      <ol>
        {work.parts.map(part => (
          <li key={part.id}>
            <span className={styles.number}>{part.number ?? ''}</span>
            <Link href={`/desk/works/${part.id}`} dir="auto">
              {part.title}
            </Link>
            <span className={styles.facts}>
              {[part.kind === partKind ? null : kindName(part.kind), part.year, reviewsText(part.reviews)]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ol>
      {partKind && work.may.create && <PartAdder {...{ work, partKind, createWork }} />}
    </section>
  )
}

function PartAdder({ work, partKind, createWork }: WorkPartsProps & { partKind: WorkKind }) {
  const router = useRouter()
  const [typed, setTyped] = useState(() => fresh(partKind, nextNumber(work.parts)))
  const [refusal, setRefusal] = useState<{ problem?: string; fields?: Record<string, string> }>({})
  const [isAdding, add] = useTransition()
  const title = useRef<HTMLInputElement>(null)
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    error: refusal.fields?.[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    add(async () => {
      const number = typed.number.trim() === '' ? null : Number(typed.number)
      const outcome = await createWork({
        kind: partKind,
        title: typed.title,
        released: typed.released,
        parentId: work.id,
        number,
        credits: [],
        isAnother: false,
      }).catch(() => ({ ok: false as const, problem: 'Nothing was added: the server did not answer. Try again.' }))
      setRefusal(outcome.ok ? {} : refusalOf(outcome))
      if (!outcome.ok) return
      // The next one is typed where the last one was: whoever enters twelve tracks never leaves the keyboard.
      setTyped(fresh(partKind, (number ?? nextNumber(work.parts)) + 1))
      title.current?.focus()
      router.refresh()
    })
  }
  return (
    <form className={styles.adder} onSubmit={send} noValidate>
      <TextField label="Number" inputMode="numeric" {...field('number')} />
      <TextField label="Title" dir="auto" maxLength={200} ref={title} {...field('title')} />
      <TextField label="Came out" placeholder="2013-12-18" {...field('released')} />
      <Button type="submit" pending={isAdding && 'Adding…'}>
        Add the {kindName(partKind).toLowerCase()}
      </Button>
      {refusal.problem && <Notice tone="problem">{refusal.problem}</Notice>}
    </form>
  )
}

function fresh(kind: WorkKind, number: number) {
  return { number: String(number), title: kind === 'season' ? `Season ${number}` : '', released: '' }
}

function refusalOf({ problem, fields, namesake }: Extract<WorkOutcome, { ok: false }>) {
  return { fields, problem: namesake ? `“${namesake.title}” is here already.` : (problem ?? fields?.parentId) }
}

function nextNumber(parts: DeskPart[]): number {
  return Math.max(0, ...parts.map(part => part.number ?? 0)) + 1
}

function reviewsText(reviews: number): string {
  return reviews === 0 ? 'no reviews' : reviews === 1 ? '1 review' : `${reviews} reviews`
}
