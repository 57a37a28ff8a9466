import { SubmitButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { createReviewAction } from '../actions.ts'

/** Said once, after the publication has been set up. */
export function Welcome({ hasDemo }: { hasDemo: boolean }) {
  return (
    <Notice tone="good" title="The publication is yours, and you are signed in.">
      <p>
        You have a byline, so you can write at once. A review becomes visible to readers when you publish it, and not
        before.
      </p>
      {hasDemo && <DemoHint />}
    </Notice>
  )
}

/** Where drafts would be. */
export function NoDrafts({ hasWritten, hasDemo }: { hasWritten: boolean; hasDemo: boolean }) {
  return (
    <EmptyState
      title={hasWritten ? 'Nothing of yours is open' : 'Write your first review'}
      actions={
        <form action={createReviewAction}>
          <SubmitButton pending="Opening…">Begin a review</SubmitButton>
        </form>
      }
    >
      <p>
        It opens empty and is yours alone until you publish it: what you type is saved as you go, with every earlier
        version kept.
      </p>
      {hasDemo && <DemoHint />}
    </EmptyState>
  )
}

function DemoHint() {
  return (
    <p>
      The reviews that are here now are the demo. <code>npm run demo -- remove</code> takes them away and leaves what
      you have written.
    </p>
  )
}
