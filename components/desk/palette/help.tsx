'use client'
import { usePathname } from 'next/navigation'
import { keysText } from '#components/desk/editor/keys.ts'
import { screenAt } from '#components/desk/screens/screens.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import styles from './palette.module.css'
import { paletteKeys } from './palette-asked.ts'

/** What there is to know about the screen that one is on. */
export function Help({ onClose }: { onClose: () => void }) {
  const screen = screenAt(usePathname())
  return (
    <Dialog title={screen?.name ?? 'This address'} isOpen onOpenChange={onClose}>
      <div className={styles.help}>
        {(screen?.help ?? ['Nothing is here. What you looked for may have been deleted: see the trash.']).map(text => (
          <p key={text}>{text}</p>
        ))}
        <p className={styles.aside}>
          <kbd>{keysText(paletteKeys)}</kbd> finds every screen, every review, work and person, and whatever can be done
          here.
        </p>
      </div>
    </Dialog>
  )
}
