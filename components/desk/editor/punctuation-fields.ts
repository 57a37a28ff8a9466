'use client'
import { useEffect } from 'react'
import { punctuate } from './punctuation.ts'
import type { Punctuation } from './punctuation-styles.ts'

/** The fields that hold words of the review; captions and labels in the text as well. */
const wordFields =
  '#field-title, #field-standfirst, #field-verdict, #field-pullQuote, #field-pros, #field-cons, #field-advisory, #field-imageCaption, #field-imageAlt, #field-searchTitle, #field-searchDescription, #field-body'

type Control = HTMLTextAreaElement | HTMLInputElement

/** The same punctuation in the lines around the text as in the text, with the same way back: Backspace right after. */
export function usePunctuatedFields(style: () => Punctuation | null): void {
  useEffect(() => {
    let last: { control: Control; at: number; length: number; typed: string } | null = null
    const before = (event: InputEvent) => {
      const control = controlOf(event.target)
      const own = control && !event.isComposing ? style() : null
      if (!control || !own || control.selectionStart === null) return
      const { selectionStart: at, selectionEnd } = control
      if (
        event.inputType === 'deleteContentBackward' &&
        last?.control === control &&
        last.at === at &&
        at === selectionEnd
      ) {
        const { length, typed } = last
        last = null
        event.preventDefault()
        return type(control, at - length, at, typed)
      }
      last = null
      if (event.inputType !== 'insertText' || event.data === null) return
      const line = control.value.slice(0, at)
      const change = punctuate(line.slice(line.lastIndexOf('\n') + 1), event.data, own)
      if (!change) return
      event.preventDefault()
      const typed = line.slice(at - change.cut) + event.data
      type(control, at - change.cut, selectionEnd ?? at, change.insert)
      last = { control, at: at - change.cut + change.insert.length, length: change.insert.length, typed }
    }
    window.addEventListener('beforeinput', before, { capture: true })
    return () => window.removeEventListener('beforeinput', before, { capture: true })
  }, [style])
}

function controlOf(target: EventTarget | null): Control | null {
  const isControl =
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')
  return isControl && target.closest(wordFields) && !target.readOnly ? target : null
}

/** As if it were typed, so that the field's own undo takes it back. */
function type(control: Control, from: number, to: number, text: string): void {
  control.setSelectionRange(from, to)
  // Deprecated, and the only way to change a field that its undo knows of.
  document.execCommand('insertText', false, text)
}
