import '#app/(site)/site.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { getSettings } from '#lib/settings/published.ts'

// The reader's document for people at the desk: the site's own stylesheet, without its frame and without its script.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: 'Preview', robots: { index: false, follow: false } }

export default async function PreviewLayout({ children }: { children: ReactNode }) {
  const { language, direction } = await getSettings()
  return (
    <html lang={language} dir={direction}>
      <head>
        {/* Where a preview leads is not a part of it. */}
        <base target="_blank" />
      </head>
      <body>{children}</body>
    </html>
  )
}
