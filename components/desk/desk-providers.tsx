'use client'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { StatusProvider } from '#components/ui/status-line.tsx'

/** What the kit's widgets need around them: the language, how to follow a link, and a place for what was just done. */
export function DeskProviders({ language, children }: { language: string; children: ReactNode }) {
  const router = useRouter()
  return (
    <I18nProvider locale={language}>
      <RouterProvider navigate={router.push}>
        <StatusProvider>{children}</StatusProvider>
      </RouterProvider>
    </I18nProvider>
  )
}
