import Link from 'next/link'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { LibraryFilter } from '#lib/media/library.ts'
import type { LibrarySearch } from '#lib/media/library-schema.ts'

/** What stands where pictures would: for each way in which there can be none, the next step. */
export function NoPictures({ search }: { search: LibrarySearch }) {
  if (search.q || search.place)
    return (
      <EmptyState title={search.q ? `No picture has “${search.q}” in its words` : 'No picture stands there'}>
        <p>
          Names, descriptions, captions and credits are searched. Try one word less, or{' '}
          <Link href="/desk/media">see all pictures</Link>.
        </p>
      </EmptyState>
    )
  const [title, text] = search.filter ? nothing[search.filter] : none
  return (
    <EmptyState title={title}>
      <p>
        {text} {search.filter && <Link href="/desk/media">See all pictures</Link>}
      </p>
    </EmptyState>
  )
}

const none = [
  'No pictures yet',
  'Drop some anywhere on this page, paste one, or choose them with the button above. You can add a hundred at once, and describe them while the rest is on its way.',
] as const

const nothing: Record<LibraryFilter, readonly [string, string]> = {
  unused: ['Every picture is used', 'Nothing here could be thrown away.'],
  'no-alt': [
    'Every picture is described',
    'Readers who do not see them know what they show. Pictures that say nothing of their own are marked as decorative.',
  ],
  'no-credit': ['Every picture has its credit', 'Whoever made them is named.'],
  failed: ['No picture failed', 'All their files could be made.'],
  processing: ['Nothing is being made', 'All sizes of all pictures are there.'],
  mine: ['You have not added a picture yet', 'Drop some anywhere on this page, or choose them with the button above.'],
}
