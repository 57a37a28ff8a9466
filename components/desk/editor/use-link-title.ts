'use client'
import { useCallback, useEffect, useState } from 'react'
import type { LinkTarget } from '#lib/links/links.ts'
import { fetchTitle, findTargets } from './outside-client.ts'

/** What the page at an address is called: ours from our own look-up, others after a rest, from themselves. `learn` says it at once. */
export function useLinkTitle(address: string | null): {
  title: string
  isLooking: boolean
  learn: (target: LinkTarget) => void
} {
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map())
  const known = address === null ? '' : titles.get(address)
  const keep = useCallback((href: string, title: string) => setTitles(before => new Map(before).set(href, title)), [])
  const isAsked = address !== null && known === undefined && /^(\/|https?:\/\/)/i.test(address)
  useEffect(() => {
    if (!isAsked || address === null) return
    const controller = new AbortController()
    const timer = setTimeout(() => {
      titleOf(address, controller.signal).then(
        title => keep(address, title),
        () => !controller.signal.aborted && keep(address, ''),
      )
    }, 500)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [address, isAsked, keep])
  const learn = useCallback(({ href, title }: LinkTarget) => keep(href, title), [keep])
  return { title: known ?? '', isLooking: isAsked, learn }
}

async function titleOf(address: string, signal: AbortSignal): Promise<string> {
  if (!address.startsWith('/')) return fetchTitle(address, signal)
  const [found] = await findTargets(address, signal)
  return found?.title ?? ''
}
