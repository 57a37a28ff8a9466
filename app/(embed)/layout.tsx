import '#app/(site)/site.css'
import type { ReactNode } from 'react'
import { getSettings } from '#lib/settings/published.ts'

// What stands in a frame on other sites: the house's colours and faces, and nothing around.
export const dynamic = 'force-dynamic'

export default async function EmbedLayout({ children }: { children: ReactNode }) {
  const { language, direction } = await getSettings()
  return (
    <html lang={language} dir={direction}>
      <body>{children}</body>
    </html>
  )
}
