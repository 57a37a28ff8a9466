import './site.css'
import type { Viewport } from 'next'
import type { ReactNode } from 'react'
import { getSettings } from '#lib/settings/published.ts'
import { getHouse } from '#lib/settings/published-house.ts'
import { paletteOf } from '#lib/theme/theme.ts'
import { SiteFrame } from './_components/site-frame.tsx'
import { FontPreloads, IconLinks, ThemeLink } from './_components/theme-head.tsx'

// Rendered for each address when it is asked for, whole; server/page-cache keeps what comes of it.
export const dynamic = 'force-dynamic'

export async function generateViewport(): Promise<Viewport> {
  const settings = await getSettings()
  return {
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: paletteOf(settings, 'light').paper },
      { media: '(prefers-color-scheme: dark)', color: paletteOf(settings, 'dark').paper },
    ],
  }
}

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const [settings, house] = await Promise.all([getSettings(), getHouse()])
  return (
    <html lang={settings.language} dir={settings.direction}>
      <head>
        <FontPreloads {...settings} />
        <IconLinks icon={house.icon} />
        <ThemeLink settings={settings} />
        {/* Blocking, so that the page never shows the other theme first. It is 1 KB. */}
        <script type="module" src="/reader.js" data-reader="" blocking="render" />
      </head>
      <body>
        <SiteFrame house={house}>{children}</SiteFrame>
      </body>
    </html>
  )
}
