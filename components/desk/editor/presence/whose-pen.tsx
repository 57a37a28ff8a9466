'use client'
import { useState } from 'react'
import hidden from '#components/ui/visually-hidden.module.css'
import { PenLine } from './pen-line.tsx'
import { PenQuestion } from './pen-question.tsx'
import { newsOf } from './presence-words.ts'
import { useReadAlong } from './read-along.ts'
import { usePresenceState } from './use-presence.ts'

/** Whose turn it is to write: said to whoever reads along, asked of whoever writes, and announced when it changes. */
export function WhosePen() {
  useReadAlong()
  return (
    <>
      <News />
      <PenLine />
      <PenQuestion />
    </>
  )
}

/** What changed, for people who do not see it; nothing that is also on the screen is taken from it. */
function News() {
  const { presence } = usePresenceState()
  const [before, setBefore] = useState(presence)
  const [news, setNews] = useState('')
  if (presence !== before) {
    setBefore(presence)
    const said = presence ? newsOf(before, presence).join(' ') : ''
    if (said) setNews(said)
  }
  return (
    <div className={hidden.hidden} aria-live="polite">
      {news}
    </div>
  )
}
