'use client'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import styles from './house-preview.module.css'

const pages = [
  ['front', 'Front page'],
  ['review', 'Review'],
] as const
const schemes = [
  ['light', 'Day'],
  ['dark', 'Night'],
] as const

type Page = (typeof pages)[number][0]
type Scheme = (typeof schemes)[number][0]

/** Servers in front of this one commonly refuse more. */
const longestAddress = 7_500

/** The real pages of readers with what is typed, before anybody else sees it. It follows a moment after each change. */
export function HousePreview({ value }: { value: object }) {
  const [page, setPage] = useState<Page>('front')
  const [scheme, setScheme] = useState<Scheme>('light')
  const asked = new URLSearchParams({ page, scheme, draft: JSON.stringify(value) })
  const address = useSettled(`/desk/settings/preview?${asked}`)
  return (
    <section className={styles.preview} aria-labelledby="preview">
      <div className={styles.bar}>
        <h2 id="preview">Preview</h2>
        <Choice label="Page" options={pages} value={page} onChange={setPage} />
        <Choice label="Light" options={schemes} value={scheme} onChange={setScheme} />
      </div>
      {address.length > longestAddress ? (
        <p className={styles.note}>This is too long to be shown before it is saved. Save it, and look at the site.</p>
      ) : (
        <Frames address={address} />
      )}
      <p className={styles.note}>Only you see this until you save. Nothing is saved by looking.</p>
    </section>
  )
}

function Choice<Id extends string>(props: {
  label: string
  options: readonly (readonly [id: Id, name: string])[]
  value: Id
  onChange: (id: Id) => void
}) {
  const { label, options, value, onChange } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons in a line, which a fieldset would stand below each other
    <div role="group" aria-label={label} className={styles.choice}>
      {options.map(([id, name]) => (
        <Button key={id} size="small" variant="quiet" aria-pressed={id === value} onPress={() => onChange(id)}>
          {name}
        </Button>
      ))}
    </div>
  )
}

/**
 * The page that is shown, and the next one behind it while it comes: they change places when it has, at the height to which the first was
 * scrolled, so that nothing flickers.
 */
function Frames({ address }: { address: string }) {
  const [shown, setShown] = useState(address)
  const front = useRef<HTMLIFrameElement>(null)
  const swap = (next: HTMLIFrameElement) => {
    next.contentWindow?.scrollTo({ top: front.current?.contentWindow?.scrollY ?? 0, behavior: 'instant' })
    setShown(address)
  }
  const frames = shown === address ? [address] : [shown, address]
  return (
    <div className={styles.window}>
      {frames.map(each => (
        <iframe
          key={each}
          ref={each === shown ? front : undefined}
          src={each}
          title={each === shown ? 'The page as readers would see it' : undefined}
          aria-hidden={each === shown ? undefined : true}
          tabIndex={each === shown ? 0 : -1}
          data-next={each === shown ? undefined : ''}
          onLoad={event => each !== shown && swap(event.currentTarget)}
        />
      ))}
    </div>
  )
}

const settleAfter = 250

/** A value once it has not changed for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settleAfter)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
