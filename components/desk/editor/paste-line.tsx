'use client'
import { useEffect } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { pasteSources } from '#lib/prose/pasted/sources.ts'
import { keysText } from './keys.ts'
import type { PasteSaid } from './paste.ts'
import styles from './paste-line.module.css'

/** After a paste: what was made of it, what was left out, and the way to its plain words. It goes when one writes on. */
export function PasteLine({ said, onClose }: { said: PasteSaid; onClose: () => void }) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => event.key === 'Escape' && onClose()
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [onClose])
  return (
    <div className={styles.line}>
      <span role="status">{wordsOf(said)}</span>
      <span className={styles.does}>
        {said.asPlain && (
          <Button variant="quiet" size="small" onPress={said.asPlain}>
            Paste as plain text <kbd className={styles.keys}>{keysText('Mod+Shift+V')}</kbd>
          </Button>
        )}
        <Button variant="quiet" size="small" isIcon aria-label="Close" onPress={onClose}>
          <Icon name="close" />
        </Button>
      </span>
    </div>
  )
}

function wordsOf({ from, left }: PasteSaid): string {
  const parts = [
    left.deletions > 0 && 'deleted words',
    left.comments > 0 && (left.comments === 1 ? 'a comment' : `${left.comments} comments`),
    left.pictures > 0 && picturesLeft(left.pictures),
  ].filter(part => part !== false)
  return [saidOf(from), parts.length > 0 && `Left out: ${parts.join(', ')}.`].filter(Boolean).join(' ')
}

function saidOf(from: PasteSaid['from']): string {
  if (from === 'embed') return 'Shown as what it leads to.'
  if (from === 'markdown') return 'Read as Markdown.'
  return from ? `Pasted from ${pasteSources[from]}.` : 'Pasted.'
}

function picturesLeft(count: number): string {
  return `${count === 1 ? 'a picture' : `${count} pictures`} that cannot be reached from here (save and drag in)`
}
