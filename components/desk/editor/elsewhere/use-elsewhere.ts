'use client'
import { useEffect, useState } from 'react'
import type { Elsewhere } from '#lib/elsewhere/elsewhere.ts'
import { elsewhereSchema } from '#lib/elsewhere/elsewhere-schema.ts'
import { useEditorDesk, useSaveStatus } from '../editor-context.tsx'

/** What the server makes of the review, asked anew after each save; the last answer stays while there is no newer one. */
export function useElsewhere(): { elsewhere: Elsewhere | null; isLost: boolean } {
  const { review } = useEditorDesk()
  const { version } = useSaveStatus()
  const [elsewhere, setElsewhere] = useState<Elsewhere | null>(null)
  const [isLost, setLost] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version is why it is asked again
  useEffect(() => {
    const controller = new AbortController()
    fetchElsewhere(review.id, controller.signal)
      .then(answer => {
        setElsewhere(answer)
        setLost(false)
      })
      .catch(() => {
        if (!controller.signal.aborted) setLost(true)
      })
    return () => controller.abort()
  }, [review.id, version])
  return { elsewhere, isLost }
}

async function fetchElsewhere(id: string, signal: AbortSignal): Promise<Elsewhere> {
  const response = await fetch(`/api/desk/reviews/${id}/elsewhere`, { signal })
  if (!response.ok) throw new Error(`The server answered ${response.status}`)
  return elsewhereSchema.parse(await response.json())
}
