'use client'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import type { LibraryPicture, PictureProgress } from '#lib/media/library.ts'

/** Between two questions, in milliseconds; each that brings nothing new makes the next wait longer. */
const [soonest, latest] = [2_500, 20_000]
const answerSchema = z.object({
  pictures: z.array(
    z.object({
      ...{ id: z.string(), status: z.enum(['ready', 'making', 'failed']), progress: z.number(), problem: z.string() },
    }),
  ),
})

/** Pictures as they are now: while files of some are being made, the server is asked now and then how far they are. */
export function useProgress<T extends LibraryPicture>(pictures: readonly T[]): T[] {
  const [known, setKnown] = useState<Map<string, PictureProgress>>(new Map())
  const now = pictures.map(picture => {
    const progress = picture.status === 'making' ? known.get(picture.id) : undefined
    return progress ? { ...picture, ...progress } : picture
  })
  const ids = now
    .flatMap(({ id, status }) => (status === 'making' ? [id] : []))
    .slice(0, 100)
    .join(',')
  useEffect(() => {
    if (ids === '') return
    const stop = new AbortController()
    let wait = soonest
    let timer = setTimeout(ask, wait)
    let last = ''
    async function ask() {
      if (document.visibilityState === 'visible') {
        const told = await fetchProgress(ids, stop.signal).catch(() => [])
        if (stop.signal.aborted) return
        const now = JSON.stringify(told)
        wait = now === last ? Math.min(wait * 1.5, latest) : soonest
        if (now !== last) setKnown(before => new Map([...before, ...told.map(one => [one.id, one] as const)]))
        last = now
      }
      timer = setTimeout(ask, wait)
    }
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [ids])
  return now
}

async function fetchProgress(ids: string, signal: AbortSignal): Promise<PictureProgress[]> {
  const response = await fetch(`/api/desk/media/progress?${new URLSearchParams({ ids })}`, { signal })
  return response.ok ? answerSchema.parse(await response.json()).pictures : []
}
