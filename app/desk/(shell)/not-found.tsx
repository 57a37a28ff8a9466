import { PageHead } from '#components/desk/page-head.tsx'
import { ButtonLink } from '#components/ui/button.tsx'

export default function NotFound() {
  return (
    <>
      <PageHead title="This is not here">
        The address may be mistyped, or it may be somebody else’s draft. Nothing of yours is lost.
      </PageHead>
      <ButtonLink href="/desk/reviews">To your reviews</ButtonLink>
    </>
  )
}
