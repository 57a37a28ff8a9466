'use client'
import type { ReactNode } from 'react'
import { type Elsewhere, withWritten } from '#lib/elsewhere/elsewhere.ts'
import { headProblems, reviewHead } from '#lib/markup/head.ts'
import { useDraft, useEditorDesk } from '../editor-context.tsx'
import { SearchFields } from '../search-fields.tsx'
import styles from './elsewhere.module.css'
import { HeadProblems } from './head-problems.tsx'
import { MarkupTree } from './markup-tree.tsx'
import { SearchResult } from './search-result.tsx'
import { DrawnCard, SharedLink } from './shared-cards.tsx'
import { useElsewhere } from './use-elsewhere.ts'

/** How the review will look where machines show it. Its words follow what is typed; the card and the markup follow each save. */
export default function ElsewherePanel() {
  const { elsewhere, isLost } = useElsewhere()
  return (
    <div className={styles.elsewhere}>
      {isLost && (
        <p className={styles.lost} role="status">
          The server did not answer, so this is as it was. It is asked again after the next save.
        </p>
      )}
      {elsewhere ? <Shown elsewhere={elsewhere} /> : !isLost && <p className={styles.hint}>Looking…</p>}
    </div>
  )
}

function Shown({ elsewhere }: { elsewhere: Elsewhere }) {
  const { review, choices, known } = useEditorDesk()
  const draft = useDraft()
  const written = withWritten(elsewhere.review, draft, known.pictures)
  const site = { siteUrl: choices.siteUrl, settings: { name: choices.publicationName } }
  const head = reviewHead(written, site)
  return (
    <>
      <Group title="To mend">
        <HeadProblems problems={headProblems(written, site)} draft={draft} />
      </Group>
      <Group title="Among search results">
        <SearchResult device="desktop" head={head} slug={draft.slug} rated={elsewhere.rated} />
        <SearchResult device="phone" head={head} slug={draft.slug} rated={elsewhere.rated} />
        <p className={styles.hint}>Engines choose for themselves; this is what they are given, cut where they cut.</p>
        <SearchFields />
      </Group>
      <Group title="Where somebody shares it">
        <div className={styles.cards}>
          <SharedLink head={head} picture={written.picture} />
          <DrawnCard reviewId={review.id} card={elsewhere.card} head={head} />
        </div>
      </Group>
      <Group title="To machines">
        <MarkupTree graph={elsewhere.graph} />
      </Group>
    </>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.group}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
