'use client'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useEditorDesk, useSaveStatus } from './editor-context.tsx'
import { keysText } from './keys.ts'
import styles from './preview-beside.module.css'
import { toolKeys } from './tool-keys.ts'

/** How wide the page is that is shown, in pixels: of a phone, of a desktop. */
const widths = { Phone: 390, Desktop: 1200 } as const
type Width = keyof typeof widths

/** The page that readers will see, beside the text: drawn again after each save, where it was read. */
export function PreviewBeside({ onClose }: { onClose: () => void }) {
  const { review, autosave } = useEditorDesk()
  const { version, state } = useSaveStatus()
  const [width, setWidth] = useState<Width>('Phone')
  useEffect(() => {
    void autosave.save()
  }, [autosave])
  const path = `/desk/reviews/${review.id}/preview`
  return (
    <section className={styles.beside} aria-label="Preview">
      <div className={styles.bar}>
        {(['Phone', 'Desktop'] as const).map(name => (
          <Button key={name} size="small" variant="quiet" aria-pressed={width === name} onPress={() => setWidth(name)}>
            {name}
          </Button>
        ))}
        <span className={styles.said}>
          {state.kind === 'saved' ? 'As it is saved' : state.kind === 'unsaved' ? 'Follows when you rest' : ' '}
        </span>
        <a href={path} target="_blank" rel="noreferrer">
          In a tab of its own
        </a>
        <Button
          size="small"
          variant="quiet"
          isIcon
          aria-label={`Close the preview (${keysText(toolKeys.preview)})`}
          onPress={onClose}
        >
          <Icon name="close" />
        </Button>
      </div>
      <Pages path={path} version={version} width={widths[width]} />
    </section>
  )
}

/** Two frames, one behind the other: what was saved is drawn in the one behind, which then comes to the front, read down as far. */
function Pages({ path, version, width }: { path: string; version: number; width: number }) {
  const [front, setFront] = useState<number | null>(null)
  const frames = useRef(new Map<number, HTMLIFrameElement>())
  const { place, scale, height } = useScale(width)
  const arrive = (arrived: number) => {
    const [old, next] = [frames.current.get(front ?? -1), frames.current.get(arrived)]
    next?.contentWindow?.scrollTo({ top: old?.contentWindow?.scrollY ?? 0, behavior: 'instant' })
    setFront(arrived)
  }
  // An older one that is still on its way is not waited for.
  const shown = front === null || front === version ? [version] : [front, version]
  return (
    <div ref={place} className={styles.window}>
      {shown.map(own => (
        <iframe
          key={own}
          ref={frame => {
            if (frame) frames.current.set(own, frame)
            else frames.current.delete(own)
          }}
          src={`${path}?version=${own}`}
          title="The review as readers will see it"
          className={own === front ? styles.front : styles.behind}
          tabIndex={own === front ? undefined : -1}
          aria-hidden={own === front ? undefined : true}
          style={{ inlineSize: width, blockSize: height / scale, scale: String(scale) }}
          onLoad={() => arrive(own)}
        />
      ))}
    </div>
  )
}

/** How much a page of this width is made smaller to fit. */
function useScale(width: number) {
  const place = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState({ width, height: 600 })
  useEffect(() => {
    const { current } = place
    if (!current) return
    const observer = new ResizeObserver(() => setRoom({ width: current.clientWidth, height: current.clientHeight }))
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return { place, scale: Math.min(1, room.width / width), height: room.height }
}
