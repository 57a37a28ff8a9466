import './site.css'
import type { Viewport } from 'next'
import type { ReactNode } from 'react'
import frame from '#components/site/frame.module.css'
import { SiteFooter } from '#components/site/site-footer.tsx'
import { SiteHeader } from '#components/site/site-header.tsx'
import { listSections } from '#lib/sections/published.ts'
import { getSettings } from '#lib/settings/published.ts'
import { preloadedFonts } from './fonts.ts'

// Rendered for each address when it is asked for, whole; server/page-cache keeps what comes of it.
export const dynamic = 'force-dynamic'

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf3e7' },
    { media: '(prefers-color-scheme: dark)', color: '#24152a' },
  ],
}

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const [settings, sections] = await Promise.all([getSettings(), listSections()])
  return (
    <html lang={settings.language} dir={settings.direction}>
      <head>
        {preloadedFonts.map(href => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        <link rel="icon" href="/favicon.ico" sizes="32x32" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icon.png" />
        {/* Blocking, so that the page never shows the other theme first. It is 1 KB. */}
        <script type="module" src="/reader.js" data-reader="" blocking="render" />
      </head>
      <body>
        <SiteHeader name={settings.name} tagline={settings.tagline} sections={sections} />
        <main className={frame.main} id="main">
          {children}
        </main>
        <SiteFooter name={settings.name} tagline={settings.tagline} sections={sections} />
      </body>
    </html>
  )
}
