'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { CropForm } from '#components/desk/media/crop-form.tsx'
import type { PictureActions } from '#components/desk/media/media-actions.ts'
import { ReplaceDialog } from '#components/desk/media/replace-dialog.tsx'
import { useProgress } from '#components/desk/media/use-progress.ts'
import { WordsForm } from '#components/desk/media/words-form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { useStatus } from '#components/ui/status-line.tsx'
import type { LibraryPicture, PictureDetail } from '#lib/media/library.ts'
import styles from './picture.module.css'
import { PictureState } from './picture-state.tsx'
import { ThrowAway } from './throw-away.tsx'

/**
 * The forms of a picture's page. Each saves by itself and is told the version that the others made, so that nobody is refused because of
 * their own change a moment ago.
 */
export function PictureDesk({
  detail: { picture: given, uses, may },
  actions,
  children,
}: {
  detail: PictureDetail
  actions: PictureActions
  children: ReactNode
}) {
  const [learned, setLearned] = useState(given)
  const [known] = useProgress([learned.version > given.version ? learned : given])
  const picture = known ?? given
  const router = useRouter()
  const say = useStatus()
  const learn = (saved: LibraryPicture) => setLearned(saved)
  const replaced = (saved: LibraryPicture) => {
    setLearned(saved)
    say('Replaced everywhere.')
    router.refresh()
  }
  return (
    <>
      {!may.edit && (
        <Notice>Only editors and whoever added a picture change it. You can look at everything here.</Notice>
      )}
      <PictureState picture={picture} mayRetry={may.edit} retry={actions.retry} onRetried={learn} />
      <section className={styles.part} aria-labelledby="cropping">
        <h2 id="cropping">How it is cropped</h2>
        <CropForm key={picture.name} picture={picture} mayEdit={may.edit} actions={actions} onSaved={learn} />
      </section>
      <div className={styles.both}>
        <section aria-labelledby="words">
          <h2 id="words">What is said of it</h2>
          <WordsForm picture={picture} mayEdit={may.edit} actions={actions} onSaved={learn} />
        </section>
        <div className={styles.aside}>
          {children}
          {may.replace && (
            <section aria-labelledby="replace">
              <h2 id="replace">Another file</h2>
              <p className={styles.quiet}>
                A better scan, the right still: it takes this one’s place wherever it stands.
              </p>
              <ReplaceDialog picture={picture} uses={uses} onReplaced={replaced} />
            </section>
          )}
          {may.trash && <ThrowAway picture={picture} uses={uses.length} />}
        </div>
      </div>
    </>
  )
}
