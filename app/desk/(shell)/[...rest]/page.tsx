import { notFound } from 'next/navigation'
import { requireEditor } from '#lib/auth/require-editor.ts'

/** An address of the desk that is none. */
export default async function NowherePage() {
  await requireEditor()
  notFound()
}
