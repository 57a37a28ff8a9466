'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { DropAnywhere, UploadButton } from '#components/desk/media/upload-here.tsx'
import { UploadTray } from '#components/desk/media/upload-tray.tsx'
import { useLibraryUploads, useTaken } from '#components/desk/media/use-uploads.ts'
import styles from '../media.module.css'

/** Adding to the library: by button, dropped anywhere, or pasted. What has come appears below by itself. */
export function LibraryUploads({ owner }: { owner: string }) {
  const uploads = useLibraryUploads(owner)
  const refresh = useCalmRefresh()
  useTaken(uploads, refresh)
  return (
    <>
      <div className={styles.uploads}>
        <UploadButton uploads={uploads} inputLabel="Choose pictures for the library">
          Add pictures
        </UploadButton>
        <p>Or drop them anywhere on this page, or paste. JPEG, PNG, WebP or GIF, up to 20 MB each.</p>
        <DropAnywhere uploads={uploads} />
      </div>
      <UploadTray uploads={uploads} />
    </>
  )
}

/** Reads the page anew, at most once a second: a hundred pictures may come in a minute. */
function useCalmRefresh(): () => void {
  const router = useRouter()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      router.refresh()
    }, 1_000)
  }
}
