'use client'
import { useEffect } from 'react'
import { useText } from './editor-context.tsx'
import styles from './focus-strip.module.css'
import { keysText } from './keys.ts'
import { usePreference } from './preferences.ts'
import { toolKeys } from './tool-keys.ts'

/** What can be chosen while everything else is away, and the way out. */
export function FocusStrip() {
  const [, setFocused] = usePreference('focus')
  const [isEven, setEven] = usePreference('focus-even')
  const [isTypewriter, setTypewriter] = usePreference('focus-typewriter')
  const editor = useText()
  useEffect(() => {
    if (isTypewriter) editor?.commands.scrollIntoView()
  }, [editor, isTypewriter])
  return (
    <div className={styles.strip} role="toolbar" aria-label="Focus">
      <button type="button" aria-pressed={!isEven} onClick={() => setEven(!isEven)}>
        Soften the rest
      </button>
      <button type="button" aria-pressed={isTypewriter} onClick={() => setTypewriter(!isTypewriter)}>
        Keep the line in place
      </button>
      <button type="button" onClick={() => setFocused(false)}>
        Leave focus <kbd>{keysText(toolKeys.focus)}</kbd>
      </button>
    </div>
  )
}
