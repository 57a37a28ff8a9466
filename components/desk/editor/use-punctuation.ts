'use client'
import { useCallback, useEffect, useRef } from 'react'
import { useEditorDesk, useField } from './editor-context.tsx'
import { preference } from './preferences.ts'
import { usePunctuatedFields } from './punctuation-fields.ts'
import { type Punctuation, punctuationOf } from './punctuation-styles.ts'

/** The punctuation of the review's language, in its text and in the lines around it; null for somebody who wants none of it. */
export function usePunctuation(): () => Punctuation | null {
  const { choices } = useEditorDesk()
  const [language] = useField('language')
  const own = useRef<Punctuation | null>(null)
  useEffect(() => {
    own.current = punctuationOf(language ?? choices.language)
  }, [language, choices.language])
  const style = useCallback(() => (preference('plain-punctuation') ? null : own.current), [])
  usePunctuatedFields(style)
  return style
}
