'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { z } from 'zod'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { useStatus } from '#components/ui/status-line.tsx'
import type { AggregatorRequest, DeliveryInput } from '#lib/aggregators/aggregators-schema.ts'
import styles from './aggregators.module.css'

type Format = DeliveryInput['format']

/** Makes the file of what is shown, and has it remembered. Whom it is for has to be said first: what was sent to nobody is not sent. */
export function MakeFile({ request, count }: { request: AggregatorRequest; count: number }) {
  const router = useRouter()
  const say = useStatus()
  const [making, setMaking] = useState<Format | null>(null)
  const [problem, setProblem] = useState('')
  const { recipient } = request
  const rows = count === 1 ? 'this row' : `these ${count} rows`
  const make = async (format: Format) => {
    setMaking(format)
    setProblem('')
    const made = await fetchFile(request, format)
    setMaking(null)
    if (!made.ok) return setProblem(made.problem)
    keep(made.file, made.name)
    say(`Sent to ${recipient}: ${rows}`)
    router.refresh()
  }
  if (recipient === '')
    return <p className={styles.make}>To make a file of it, say above whom it is for, and press Show.</p>
  return (
    <section className={styles.make} aria-label="Make a file">
      <p>
        A file of {rows}, and the note that <strong>{recipient}</strong> has {count === 1 ? 'it' : 'them'}:
      </p>
      <div className={styles.buttons}>
        {(['csv', 'json'] as const).map(format => (
          <Button
            key={format}
            variant={format === 'csv' ? 'primary' : 'plain'}
            pending={making === format && 'Making the file…'}
            isDisabled={making !== null && making !== format}
            onPress={() => void make(format)}
          >
            Download {format.toUpperCase()}
          </Button>
        ))}
      </div>
      {problem && <Notice tone="problem">{problem}</Notice>}
    </section>
  )
}

type Made = { ok: true; file: Blob; name: string } | { ok: false; problem: string }

async function fetchFile({ from, to, by, recipient, onlyNew }: AggregatorRequest, format: Format): Promise<Made> {
  const input: DeliveryInput = { from, to, by, recipient, onlyNew, format }
  try {
    const response = await fetch('/api/desk/aggregators', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(input),
    })
    if (response.ok)
      return { ok: true, file: await response.blob(), name: nameIn(response.headers.get('Content-Disposition')) }
    if (response.status === 401) return { ok: false, problem: 'You are signed out. Sign in again; no file was made.' }
    const said = z.object({ problem: z.string() }).safeParse(await response.json().catch(() => null))
    return { ok: false, problem: said.success ? said.data.problem : lost }
  } catch {
    return { ok: false, problem: lost }
  }
}

const lost =
  'No file arrived. If it stands among those that were made, below, forget it there, so that nothing counts as sent.'

function nameIn(disposition: string | null): string {
  return /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? 'reviews'
}

/** Hands a file to the browser, as if a link had led to it. */
function keep(file: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
