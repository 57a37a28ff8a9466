'use client'
import { type ReactNode, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'

/** A link of which only a digest is kept: it is nowhere else in plain text. `copyButton` is placed by whoever shows it. */
export function ShownOnce({
  link,
  label,
  description,
  children,
}: {
  link: string
  label: string
  description: string
  children: (copyButton: ReactNode) => ReactNode
}) {
  const [copied, setCopied] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
      setCopied('Copied.')
    } catch {
      setCopied('This browser did not let us copy it: select it and copy it yourself.')
    }
  }
  return (
    <>
      <TextField
        label={label}
        description={description}
        value={link}
        readOnly
        onFocus={event => event.target.select()}
      />
      <p role="status">{copied}</p>
      {children(<Button onPress={copy}>Copy the link</Button>)}
    </>
  )
}
