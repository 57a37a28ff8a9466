'use client'
import { useState } from 'react'
import { z } from 'zod'
import { OwnPassword } from '#components/desk/own-password.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { useStatus } from '#components/ui/status-line.tsx'
import type { AuditFilter } from '#lib/audit/audit-schema.ts'

/** The entries that are shown, and all older ones that fit, as a table. */
export function ExportLog({ filter, asksPassword }: { filter: AuditFilter; asksPassword: boolean }) {
  return (
    <Dialog title="Export the log" trigger={<Button>Export as CSV</Button>} isQuestion>
      {close => <Question filter={filter} asksPassword={asksPassword} close={close} />}
    </Dialog>
  )
}

function Question({ filter, asksPassword, close }: { filter: AuditFilter; asksPassword: boolean; close: () => void }) {
  const say = useStatus()
  const [asks, setAsks] = useState(asksPassword)
  const [problem, setProblem] = useState('')
  const [isMaking, setMaking] = useState(false)
  const make = async (form: FormData) => {
    setMaking(true)
    const password = form.get('confirmation')
    const made = await fetchLog(filter, typeof password === 'string' && password ? password : null)
    setMaking(false)
    if (made instanceof Blob) {
      save(made)
      say('The log is exported.')
      return close()
    }
    setAsks(before => before || made.asks)
    setProblem(made.problem)
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void make(new FormData(event.currentTarget))
      }}
    >
      <p>
        Everything that fits the filter, newest first. It names people and what they did, so keep the file with care.
        The export is written down too.
      </p>
      <OwnPassword isAsked={asks} problem={asks && problem ? problem : undefined} />
      {!asks && problem && <p role="alert">{problem}</p>}
      <DialogActions>
        <Button variant="quiet" onPress={close}>
          Leave it
        </Button>
        <Button type="submit" variant="primary" pending={isMaking && 'Making the file…'}>
          Export
        </Button>
      </DialogActions>
    </form>
  )
}

const refusal = z.object({ code: z.string(), problem: z.string() })

async function fetchLog(
  filter: AuditFilter,
  confirmation: string | null,
): Promise<Blob | { problem: string; asks: boolean }> {
  try {
    const response = await fetch('/api/desk/log', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ filter, confirmation }),
    })
    if (response.ok) return await response.blob()
    if (response.status === 401) return { problem: 'You are signed out. Sign in again; no file was made.', asks: false }
    const { code, problem } = refusal.parse(await response.json())
    return { problem, asks: code === 'confirm' }
  } catch {
    return { problem: 'The server did not answer. Try again in a moment.', asks: false }
  }
}

function save(file: Blob) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = 'log.csv'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
