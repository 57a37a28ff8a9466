import type { ReactNode } from 'react'
import frame from '#components/site/frame.module.css'
import { SiteFooter } from '#components/site/site-footer.tsx'
import { SiteHeader } from '#components/site/site-header.tsx'
import type { House } from '#lib/settings/published-house.ts'

/** What stands around every page of readers, and in the desk's preview of it. */
export function SiteFrame({ house, children }: { house: House; children: ReactNode }) {
  return (
    <>
      <SiteHeader house={house} />
      <main className={frame.main} id="main">
        {children}
      </main>
      <SiteFooter house={house} />
    </>
  )
}
