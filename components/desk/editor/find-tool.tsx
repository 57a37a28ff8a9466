'use client'
import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { FindBar } from './find-bar.tsx'
import { showText } from './go-to-field.ts'
import { onAsked } from './tool-keys.ts'

/**
 * Finds and replaces in the text. Loaded with it, and drawn before the next key: what is typed right after Mod+F is what is looked for,
 * and must not land in the text. Asked for while it is open, it takes the focus back.
 */
export function FindTool({ editor }: { editor: Editor }) {
  const [asked, setAsked] = useState<{ isReplacing: boolean; times: number } | null>(null)
  useEffect(
    () =>
      onAsked(['find', 'replace'], tool =>
        flushSync(() => {
          showText()
          setAsked(before => ({
            isReplacing: tool === 'replace' || (before?.isReplacing ?? false),
            times: (before?.times ?? 0) + 1,
          }))
        }),
      ),
    [],
  )
  return asked && <FindBar editor={editor} {...asked} onClose={() => setAsked(null)} />
}
