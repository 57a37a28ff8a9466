'use client'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { StateLinks } from '#components/desk/state-links.tsx'

const places = [
  ['/desk/settings', 'Name'],
  ['/desk/settings/look', 'Look'],
  ['/desk/settings/front', 'Front page'],
  ['/desk/settings/menus', 'Menus'],
  ['/desk/settings/texts', 'Texts'],
  ['/desk/settings/language', 'Language'],
  ['/desk/settings/feeds', 'Feeds'],
  ['/desk/settings/badges', 'Badges'],
  ['/desk/settings/money', 'Affiliates'],
  ['/desk/settings/telling', 'Pings'],
] as const

/** The pages of the settings. */
export function SettingsNav() {
  const here = usePathname()
  const nav = useRef<HTMLDivElement>(null)
  // On a narrow screen they are a strip that scrolls: the present one is never off its edge.
  // biome-ignore lint/correctness/useExhaustiveDependencies: which link is the present one changes with the address
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [here])
  return (
    <div ref={nav}>
      <StateLinks label="Settings" links={places.map(([href, name]) => ({ name, href, isHere: href === here }))} />
    </div>
  )
}
