'use client'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { LibraryPicture, PictureUse } from '#lib/media/library.ts'
import { picturesIn, pictureTypes } from '../editor/upload.ts'
import { PictureThumb } from './picture-thumb.tsx'
import styles from './replace-dialog.module.css'
import { createUploads } from './upload-store.ts'
import { UploadTray } from './upload-tray.tsx'
import { refusalOfFile, sizeText } from './upload-words.ts'
import { useTaken, useUploadsNow } from './use-uploads.ts'

/** Gives a picture another file wherever it stands: shows both, says what will change, then asks. */
export function ReplaceDialog({
  picture,
  uses,
  onReplaced,
}: {
  picture: LibraryPicture
  uses: PictureUse[]
  onReplaced: (picture: LibraryPicture) => void
}) {
  return (
    <Dialog title="Replace everywhere" size="wide" trigger={<Button>Replace everywhere…</Button>}>
      {close => (
        <Replacing
          picture={picture}
          uses={uses}
          onReplaced={replaced => {
            onReplaced(replaced)
            close()
          }}
          onCancel={close}
        />
      )}
    </Dialog>
  )
}

function Replacing({
  picture,
  uses,
  onReplaced,
  onCancel,
}: {
  picture: LibraryPicture
  uses: PictureUse[]
  onReplaced: (picture: LibraryPicture) => void
  onCancel: () => void
}) {
  const [file, setFile] = useState<File | null>(null)
  const { id, version } = picture
  const uploads = useMemo(() => createUploads({ replaces: { id, version } }), [id, version])
  const { queue } = useUploadsNow(uploads)
  useTaken(uploads, ([taken]) => taken && onReplaced(taken.picture))
  const problem = file ? refusalOfFile(file) : ''
  const isSending = queue.some(({ state }) => state !== 'refused')
  const live = uses.filter(({ isLive }) => isLive)
  return (
    <>
      <p>
        The new file takes the place of this one, with the same description, caption, credit and focal point. Parts that
        were chosen for 16:9, 2:3 or 1:1 are given up: they belonged to the old file.
      </p>
      <div className={styles.both}>
        <figure>
          <span className={styles.frame}>
            <PictureThumb picture={picture} alt="What it is now" isWhole />
          </span>
          <figcaption>
            Now: {picture.width} × {picture.height} pixels
          </figcaption>
        </figure>
        <figure>
          <span className={styles.frame}>{file && !problem ? <Chosen file={file} /> : null}</span>
          <figcaption>{file ? `Then: ${file.name}, ${sizeText(file.size)}` : 'Then: nothing chosen yet'}</figcaption>
        </figure>
      </div>
      {problem && <Notice tone="problem">{problem}</Notice>}
      {!isSending && <ChooseFile hasFile={file !== null} onChoose={setFile} />}
      <Changes uses={uses} live={live.length} />
      <UploadTray uploads={uploads} />
      <DialogActions>
        <Button
          onPress={() => {
            uploads.tell({ type: 'cancelled', id: null })
            onCancel()
          }}
        >
          Leave it as it is
        </Button>
        <Button
          variant="primary"
          isDisabled={!file || problem !== ''}
          pending={isSending && 'Replacing…'}
          onPress={() => {
            uploads.tell({ type: 'cleared' })
            if (file) uploads.add([file])
          }}
        >
          {live.length > 0 ? 'Replace it for readers now' : 'Replace it'}
        </Button>
      </DialogActions>
    </>
  )
}

function ChooseFile({ hasFile, onChoose }: { hasFile: boolean; onChoose: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div>
      <Button onPress={() => input.current?.click()}>{hasFile ? 'Choose another file' : 'Choose the new file'}</Button>
      <input
        ref={input}
        type="file"
        accept={pictureTypes}
        hidden
        aria-label="Choose the file that replaces this one"
        onChange={event => {
          const [chosen] = picturesIn(event.target.files)
          const any = chosen ?? event.target.files?.[0]
          event.target.value = ''
          if (any) onChoose(any)
        }}
      />
    </div>
  )
}

function Changes({ uses, live }: { uses: PictureUse[]; live: number }) {
  if (uses.length === 0) return <p>It is used nowhere yet, so nothing else changes.</p>
  return (
    <div className={styles.changes}>
      <p>
        {live > 0
          ? `Readers see the new one at once in ${places(live)}.`
          : 'Readers see nothing of it now: it stands only in what is not live.'}
      </p>
      <ul>
        {uses.slice(0, 8).map(({ place, id, title, isLive }) => (
          <li key={place + id}>
            <bdi>{title}</bdi> <span>{isLive ? 'live' : 'not live'}</span>
          </li>
        ))}
        {uses.length > 8 && <li>and {uses.length - 8} more</li>}
      </ul>
    </div>
  )
}

function Chosen({ file }: { file: File }) {
  const [address, setAddress] = useState('')
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address ? <img src={address} alt="What it will be" /> : null
}

function places(count: number): string {
  return count === 1 ? 'one place' : `${count} places`
}
