import { ButtonLink, SubmitButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { createReviewAction } from '../../actions.ts'

/** Where the list would be. */
export function NothingFound({ isNarrowed }: { isNarrowed: boolean }) {
  if (isNarrowed) {
    return (
      <EmptyState title="Nothing fits" actions={<ButtonLink href="/desk/reviews">Show all reviews</ButtonLink>}>
        <p>No review of yours or of your desk is all of this at once. Take something away from the search.</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="No reviews yet"
      actions={
        <form action={createReviewAction}>
          <SubmitButton pending="Opening…">Begin a review</SubmitButton>
        </form>
      }
    >
      <p>The first one you begin will be here, as a draft that only the desk can see.</p>
    </EmptyState>
  )
}
