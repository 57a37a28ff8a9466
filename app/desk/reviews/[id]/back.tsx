import type { ReactNode } from 'react'
import { HelpButton } from '#components/desk/palette/tool-buttons.tsx'
import { ButtonLink } from '#components/ui/button.tsx'

/** The way back of a screen that stands outside of the rail, and its help, which is in the rail elsewhere. */
export function Back({ href, children }: { href: string; children: ReactNode }) {
  return (
    <>
      <ButtonLink href={href}>{children}</ButtonLink>
      <HelpButton />
    </>
  )
}
