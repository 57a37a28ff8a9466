import type { House } from '#lib/settings/published-house.ts'
import type { PublicationSettings } from '#lib/settings/settings.ts'
import { iconPath } from '#lib/theme/icons.ts'
import { themePath } from '#lib/theme/stylesheet.ts'
import { fontFiles } from '../fonts.ts'

/** The faces that headlines and text begin with: asked for before the stylesheet names them. */
export function FontPreloads({ headlineFace, textFace }: Pick<PublicationSettings, 'headlineFace' | 'textFace'>) {
  const files = Object.entries(fontFiles).filter(([face]) => face === headlineFace || face === textFace)
  return files.map(([face, href]) => (
    <link key={face} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
  ))
}

/** The stylesheet of the house's own look, where it has one. */
export function ThemeLink({ settings }: { settings: PublicationSettings }) {
  const path = themePath(settings)
  return path && <link rel="stylesheet" href={path} precedence="theme" />
}

/** What browsers and phones show for the publication. */
export function IconLinks({ icon }: Pick<House, 'icon'>) {
  if (!icon)
    return (
      <>
        <link rel="icon" href="/favicon.ico" sizes="32x32" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icon.png" />
      </>
    )
  return (
    <>
      <link rel="icon" href={iconPath(icon, 32)} type="image/png" sizes="32x32" />
      <link rel="icon" href={iconPath(icon, 192)} type="image/png" sizes="192x192" />
      <link rel="apple-touch-icon" href={iconPath(icon, 180)} />
      <link rel="manifest" href="/manifest.json" />
    </>
  )
}
