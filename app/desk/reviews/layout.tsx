import type { ReactNode } from 'react'
import { DeskTools } from '#components/desk/palette/desk-tools.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'

/** The screens of one review stand outside of the desk's rail, and have the palette and the help all the same. */
export default async function ReviewLayout({ children }: { children: ReactNode }) {
  const { role } = await requireEditor()
  return (
    <>
      {children}
      <DeskTools role={role} />
    </>
  )
}
