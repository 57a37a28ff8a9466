'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { AddressField } from './address-field.tsx'
import { BylineField } from './byline-field.tsx'
import { Checklist } from './checklist.tsx'
import { useEditorDesk } from './editor-context.tsx'
import styles from './panel.module.css'
import { PictureField } from './picture-field.tsx'
import { PlacingFields, ReadingFields } from './placing-fields.tsx'
import { SearchFields } from './search-fields.tsx'
import { WorkField } from './work-field.tsx'

/** Everything about the review that is not its text. */
export function SidePanel({ onClose }: { onClose: () => void }) {
  const { review } = useEditorDesk()
  return (
    <section className={styles.panel} id="details" aria-label="Details of the review">
      <div className={styles.close}>
        <Button variant="quiet" size="small" onPress={onClose}>
          <Icon name="back" /> Back to the text
        </Button>
      </div>
      <Part title="To do" isOpen>
        <Checklist />
      </Part>
      <Part title="What is reviewed" isOpen>
        <WorkField />
        <ReadingFields />
      </Part>
      <Part title="Byline and place" isOpen>
        <BylineField />
        <PlacingFields />
      </Part>
      <Part title="Picture" isOpen>
        <PictureField />
      </Part>
      <Part title="Where readers find it" isOpen>
        <AddressField />
      </Part>
      <Part title="Search engines">
        <SearchFields />
      </Part>
      <p className={styles.foot}>
        <Link href={`/desk/reviews/${review.id}/history`}>
          <Icon name="history" /> History
        </Link>
      </p>
    </section>
  )
}

function Part({ title, isOpen = false, children }: { title: string; isOpen?: boolean; children: ReactNode }) {
  return (
    <details className={styles.part} open={isOpen}>
      <summary>
        <h2>{title}</h2>
        <Icon name="chevronDown" />
      </summary>
      <div className={styles.fields}>{children}</div>
    </details>
  )
}
