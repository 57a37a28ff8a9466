import '#components/tokens.css'
import './desk.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { DeskProviders } from '#components/desk/desk-providers.tsx'
import { DeskActionsProvider } from '#components/desk/palette/desk-tools.tsx'
import { TrashProvider } from '#components/desk/trash/use-throw-away.tsx'
import { PlanProvider } from '#components/desk/workflow/plan-provider.tsx'
import { getSettings } from '#lib/settings/published.ts'
import { defaultSettings } from '#lib/settings/settings.ts'
import { createReviewAction, signOutAction } from './(shell)/actions.ts'
import { moveTimeAction, planAction, putBackReviewsAction, trashReviewsAction } from './(shell)/board/actions.ts'
import { putBackAction, throwAwayAction } from './(shell)/trash/actions.ts'

// Every page of the desk depends on who asks, and on the nonce that proxy.ts makes for the request.
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await settings()
  return { title: { template: `%s · ${name}`, default: `Desk · ${name}` }, robots: { index: false, follow: false } }
}

export const viewport: Viewport = { colorScheme: 'light dark', interactiveWidget: 'resizes-content' }

/**
 * The desk's document. Pages with the desk's own rail stand in (shell), those for people who are not signed in in (door);
 * the review editor stands in neither: there the text has the whole screen.
 */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { language } = await settings()
  return (
    <html lang={language}>
      <body>
        <DeskProviders language={language}>
          <TrashProvider actions={{ throwAway: throwAwayAction, putBack: putBackAction }}>
            <PlanProvider
              actions={{
                plan: planAction,
                moveTime: moveTimeAction,
                trash: trashReviewsAction,
                putBack: putBackReviewsAction,
              }}
            >
              <DeskActionsProvider actions={{ createReview: createReviewAction, signOut: signOutAction }}>
                {children}
              </DeskActionsProvider>
            </PlanProvider>
          </TrashProvider>
        </DeskProviders>
      </body>
    </html>
  )
}

/** Without the database the document still stands, so that error.tsx can say in it what happened. */
function settings() {
  return getSettings().catch(() => defaultSettings)
}
