'use client'
import { useEffect } from 'react'
import { useText } from './editor-context.tsx'
import { onShowPanel } from './go-to-field.ts'
import { preference, setPreference, usePreference } from './preferences.ts'
import { onAsked } from './tool-keys.ts'

/** Whether only the text is on the screen. Remembered in this browser; whatever needs the panel ends it. */
export function useFocusMode(): { isFocused: boolean; isEven: boolean } {
  const [isFocused] = usePreference('focus')
  const [isEven] = usePreference('focus-even')
  const editor = useText()
  useEffect(() => {
    const stops = [
      onAsked(['focus'], () => setPreference('focus', !preference('focus'))),
      onShowPanel(() => setPreference('focus', false)),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text marks the paragraph at the cursor, or no longer does
  useEffect(() => {
    // Nothing changes in it but how it is drawn.
    editor?.view.dispatch(editor.state.tr.setMeta('addToHistory', false))
  }, [editor, isFocused])
  return { isFocused, isEven }
}
