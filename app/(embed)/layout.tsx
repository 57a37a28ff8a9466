import '#app/(site)/site.css'
import type { ReactNode } from 'react'
import { ThemeLink } from '#app/(site)/_components/theme-head.tsx'
import { getSettings } from '#lib/settings/published.ts'

// What stands in a frame on other sites: the house's colours and faces, and nothing around.
export const dynamic = 'force-dynamic'

export default async function EmbedLayout({ children }: { children: ReactNode }) {
  const settings = await getSettings()
  return (
    <html lang={settings.language} dir={settings.direction}>
      <head>
        <ThemeLink settings={settings} />
      </head>
      <body>{children}</body>
    </html>
  )
}
