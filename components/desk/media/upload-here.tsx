'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import styles from './upload-here.module.css'
import type { Uploads } from './upload-store.ts'

/** What the file chooser offers; the server looks at the bytes. */
const offered = 'image/jpeg,image/png,image/webp,image/gif'

/** The button that chooses files, many at once. */
export function UploadButton({
  uploads,
  inputLabel,
  children,
}: {
  uploads: Uploads
  /** Names the file chooser for screen readers and tests. */
  inputLabel: string
  children: ReactNode
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button variant="primary" onPress={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        accept={offered}
        multiple
        hidden
        aria-label={inputLabel}
        onChange={event => {
          uploads.add([...(event.target.files ?? [])])
          // The same file can be chosen again.
          event.target.value = ''
        }}
      />
    </>
  )
}

/** Takes what is dropped anywhere on the page, or pasted outside a text field, while it is there; says so while something is held over it. */
export function DropAnywhere({ uploads }: { uploads: Uploads }) {
  const isOver = useDrop(uploads)
  return (
    isOver && (
      <div className={styles.veil} aria-hidden="true">
        <p>Let go to add it to the library</p>
      </div>
    )
  )
}

function useDrop(uploads: Uploads): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    // Each element that is entered and left says so: how many are entered tells whether it is still over the page.
    let depth = 0
    const bringsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const enter = (event: DragEvent) => {
      if (bringsFiles(event)) setOver(++depth > 0)
    }
    const leave = (event: DragEvent) => {
      if (bringsFiles(event)) setOver(--depth > 0)
    }
    const over = (event: DragEvent) => {
      if (bringsFiles(event)) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      if (!bringsFiles(event)) return
      event.preventDefault()
      depth = 0
      setOver(false)
      uploads.add([...(event.dataTransfer?.files ?? [])])
    }
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0 || isWriting(event.target)) return
      event.preventDefault()
      uploads.add(files)
    }
    const listening = new AbortController()
    const { signal } = listening
    document.addEventListener('dragenter', enter, { signal })
    document.addEventListener('dragleave', leave, { signal })
    document.addEventListener('dragover', over, { signal })
    document.addEventListener('drop', drop, { signal })
    document.addEventListener('paste', paste, { signal })
    return () => listening.abort()
  }, [uploads])
  return isOver
}

/** A picture that is pasted while somebody types a caption may come with words: then the words are what is wanted. */
function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null
}
