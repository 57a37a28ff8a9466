'use client'
import Link from 'next/link'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx'
import type { LibraryPicture } from '#lib/media/library.ts'
import { PictureThumb } from './picture-thumb.tsx'
import { canBe, isUnfinished, totalsOf, type Upload, type UploadQueue } from './upload-queue.ts'
import type { Uploads } from './upload-store.ts'
import styles from './upload-tray.module.css'
import { sizeText, stateText, wholeText } from './upload-words.ts'
import { useUploadsNow } from './use-uploads.ts'

/** What is on its way, each with how far it is and what can be done; nothing when nothing is. `onUse` chooses a picture that is there. */
export function UploadTray({ uploads, onUse }: { uploads: Uploads; onUse?: (picture: LibraryPicture) => void }) {
  const { queue, said } = useUploadsNow(uploads)
  return (
    <>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {queue.length > 0 && (
        <section className={styles.tray} aria-label="Uploads">
          <Whole uploads={uploads} />
          <ul className={styles.list}>
            {attentionFirst(queue).map(upload => (
              <li key={upload.id} className={styles.row}>
                <Row upload={upload} uploads={uploads} onUse={onUse} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Whole({ uploads }: { uploads: Uploads }) {
  const { queue } = useUploadsNow(uploads)
  const { part, isOver, wanted } = totalsOf(queue)
  const all = (type: 'paused' | 'resumed' | 'retried' | 'cancelled') => () => uploads.tell({ type, id: null })
  const isMany = queue.length > 1
  return (
    <div className={styles.whole}>
      <p className={styles.words} data-testid="uploads-whole">
        {wholeText(queue)}
      </p>
      {wanted > 0 && !isOver && <progress className={styles.bar} value={part} aria-label="All uploads" />}
      <div className={styles.buttons}>
        {isMany && canBe(queue, 'paused') && (
          <Button size="small" onPress={all('paused')}>
            Pause all
          </Button>
        )}
        {isMany && canBe(queue, 'resumed') && (
          <Button size="small" onPress={all('resumed')}>
            Go on with all
          </Button>
        )}
        {isMany && canBe(queue, 'retried') && (
          <Button size="small" onPress={all('retried')}>
            Try all again
          </Button>
        )}
        {isMany && isUnfinished(queue) && (
          <Button size="small" variant="quiet" onPress={all('cancelled')}>
            Cancel all
          </Button>
        )}
        {queue.some(({ state }) => state === 'done' || state === 'there' || state === 'refused') && (
          <Button size="small" variant="quiet" onPress={() => uploads.tell({ type: 'cleared' })}>
            Clear the list
          </Button>
        )}
      </div>
    </div>
  )
}

function Row({
  upload,
  uploads,
  onUse,
}: {
  upload: Upload
  uploads: Uploads
  onUse?: (picture: LibraryPicture) => void
}) {
  const { id, name, size, sent, state, picture } = upload
  const isMoving = state === 'sending' || state === 'checking' || state === 'paused' || state === 'offline'
  return (
    <>
      <span className={styles.thumb} aria-hidden="true">
        {picture ? <PictureThumb picture={picture} alt="" /> : <Icon name={isBad(upload) ? 'alert' : 'image'} />}
      </span>
      <div className={styles.about}>
        <p className={styles.name}>
          <bdi>{name}</bdi> <span className={styles.size}>{sizeText(size)}</span>
        </p>
        {isMoving && (
          <progress
            className={styles.bar}
            max={size}
            {...(state !== 'checking' && { value: sent })}
            aria-label={`Upload of ${name}`}
          />
        )}
        <p className={isBad(upload) ? styles.problem : styles.state}>{stateText(upload)}</p>
      </div>
      <RowButtons upload={upload} tell={type => uploads.tell({ type, id })} onUse={onUse} />
    </>
  )
}

type Told = 'paused' | 'resumed' | 'retried' | 'cancelled' | 'wanted-again'

function RowButtons({
  upload,
  tell,
  onUse,
}: {
  upload: Upload
  tell: (type: Told) => void
  onUse?: (picture: LibraryPicture) => void
}) {
  const { id, name, state, picture } = upload
  const one = [upload]
  const button = (label: string, type: Told) => (
    <Button key={type} size="small" variant="quiet" aria-label={`${label}: ${name}`} onPress={() => tell(type)}>
      {label}
    </Button>
  )
  return (
    <div className={styles.buttons}>
      {canBe(one, 'paused', id) && button('Pause', 'paused')}
      {canBe(one, 'resumed', id) && button('Go on', 'resumed')}
      {canBe(one, 'retried', id) && button('Try again', 'retried')}
      {canBe(one, 'cancelled', id) && button('Cancel', 'cancelled')}
      {picture && onUse && (
        <Button size="small" aria-label={`Use it: ${name}`} onPress={() => onUse(picture)}>
          Use it
        </Button>
      )}
      {picture && !onUse && (
        <Link
          className={styles.link}
          href={`/desk/media/${picture.id}`}
          aria-label={`${state === 'there' ? 'Use it' : 'Describe it'}: ${name}`}
        >
          {state === 'there' ? 'Use it' : 'Describe it'}
        </Link>
      )}
      {state === 'there' && button('Add it all the same', 'wanted-again')}
    </div>
  )
}

/** What somebody has to look at stands first. */
function attentionFirst(queue: UploadQueue): Upload[] {
  return queue.toSorted((a, b) => Number(isBad(b)) - Number(isBad(a)))
}

function isBad({ state }: Upload): boolean {
  return state === 'failed' || state === 'refused'
}
