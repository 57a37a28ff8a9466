'use client'
import { useState } from 'react'
import { TextField, type TextFieldProps } from '#components/ui/field.tsx'

type Rest = Omit<TextFieldProps, 'value' | 'onChange'>

/** A whole number, or nothing. What is no number is passed on as such (NaN), for the server to say what is wrong. */
export function NumberField({
  value,
  onChange,
  ...rest
}: Rest & { value: number | null; onChange: (value: number | null) => void }) {
  const written = value === null ? '' : Number.isNaN(value) ? null : String(value)
  const [text, setText] = useFollowing(written)
  return (
    <TextField
      {...rest}
      inputMode="numeric"
      value={text}
      onChange={({ target }) => {
        const typed = target.value.trim()
        const number = typed === '' ? null : Number(typed)
        setText(target.value, number === null ? '' : Number.isNaN(number) ? null : String(number))
        onChange(number)
      }}
    />
  )
}

/** Words with commas between them. */
export function WordsField({
  value,
  onChange,
  ...rest
}: Rest & { value: string[]; onChange: (value: string[]) => void }) {
  const [text, setText] = useFollowing(value.join(', '))
  return (
    <TextField
      {...rest}
      value={text}
      onChange={({ target }) => {
        const words = target.value
          .split(/[,;،、]/)
          .map(word => word.trim())
          .filter(Boolean)
        setText(target.value, words.join(', '))
        onChange(words)
      }}
    />
  )
}

/** The text as it is typed; when what it stands for is changed from outside, it follows. Null stands for nothing that can be written. */
function useFollowing(written: string | null): [string, (text: string, written: string | null) => void] {
  const [state, setState] = useState({ text: written ?? '', written })
  if (state.written !== written && written !== null) setState({ text: written, written })
  return [state.text, (text, next) => setState({ text, written: next })]
}
