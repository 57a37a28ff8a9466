'use client'
import Link from 'next/link'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { AddressField } from './address-field.tsx'
import { AspectsField } from './aspects-field.tsx'
import { BadgesField } from './badges-field.tsx'
import { BylineField } from './byline-field.tsx'
import { Checklist } from './checklist.tsx'
import { DisclosureFields, DisclosureSaid } from './disclosure-fields.tsx'
import { useEditorDesk } from './editor-context.tsx'
import { onShowPanel } from './go-to-field.ts'
import { LanguageFields } from './language-fields.tsx'
import { NameAdvice } from './names/name-advice.tsx'
import styles from './panel.module.css'
import { AspectsSaid, GlanceSaid, LanguageSaid, QuoteSaid, SeenSaid, WarningsSaid } from './panel-said.tsx'
import { PictureField } from './picture-field.tsx'
import { PlacingFields } from './placing-fields.tsx'
import { PointsField } from './points-field.tsx'
import { PullQuoteField } from './pull-quote-field.tsx'
import { SeenFields, WarningFields } from './reading-fields.tsx'
import { WorkField } from './work-field.tsx'

// Looked at now and then: who only writes does not load it.
const ElsewherePanel = lazy(() => import('./elsewhere/elsewhere-panel.tsx'))

const views = { details: 'About the review', elsewhere: 'How it looks elsewhere' } as const
type View = keyof typeof views

/** What stands beside the text: all about the review that is not its text, or how it will look where machines show it. */
export function SidePanel({ onClose }: { onClose: () => void }) {
  const [view, setView] = useState<View>('details')
  useEffect(() => onShowPanel(field => setView(viewOf(field))), [])
  return (
    <section className={styles.panel} id="details" data-view={view} aria-label="Details of the review">
      <div className={styles.close}>
        <Button variant="quiet" size="small" onPress={onClose}>
          <Icon name="back" /> Back to the text
        </Button>
      </div>
      <div className={styles.views}>
        {(['details', 'elsewhere'] as const).map(name => (
          <button key={name} type="button" aria-pressed={view === name} onClick={() => setView(name)}>
            {views[name]}
          </button>
        ))}
      </div>
      <div hidden={view !== 'details'}>
        <Details />
      </div>
      {view === 'elsewhere' && (
        <Suspense fallback={<p className={styles.loading}>Looking…</p>}>
          <ElsewherePanel />
        </Suspense>
      )}
    </section>
  )
}

function viewOf(field: string): View {
  return field === 'searchTitle' || field === 'searchDescription' ? 'elsewhere' : 'details'
}

/** Everything about the review that is not its text. */
function Details() {
  const { review } = useEditorDesk()
  return (
    <>
      <Part title="To do" isOpen>
        <Checklist />
        <NameAdvice />
      </Part>
      <Part title="What is reviewed" isOpen>
        <WorkField />
      </Part>
      <Part title="Byline and place" isOpen>
        <BylineField />
        <PlacingFields />
      </Part>
      <Part title="Language" said={<LanguageSaid />}>
        <LanguageFields />
      </Part>
      <Part title="How it was seen" said={<SeenSaid />}>
        <SeenFields />
      </Part>
      <Part title="Before they read" said={<WarningsSaid />}>
        <WarningFields />
      </Part>
      <Part title="Disclosure" said={<DisclosureSaid />}>
        <DisclosureFields />
      </Part>
      <Part title="At a glance" said={<GlanceSaid />}>
        <BadgesField />
        <PointsField field="pros" />
        <PointsField field="cons" />
      </Part>
      <Part title="Aspects" said={<AspectsSaid />}>
        <AspectsField />
      </Part>
      <Part title="Pull quote" said={<QuoteSaid />}>
        <PullQuoteField />
      </Part>
      <Part title="Picture" isOpen>
        <PictureField />
      </Part>
      <Part title="Where readers find it" isOpen>
        <AddressField />
      </Part>
      <p className={styles.foot}>
        <Link href={`/desk/reviews/${review.id}/history`}>
          <Icon name="history" /> History
        </Link>
      </p>
    </>
  )
}

interface PartProps {
  title: string
  /** What is in it in a few words, shown while it is closed. */
  said?: ReactNode
  isOpen?: boolean
  children: ReactNode
}

function Part({ title, said, isOpen = false, children }: PartProps) {
  return (
    <details className={styles.part} open={isOpen}>
      <summary>
        <h2>{title}</h2>
        {said && <span className={styles.said}>{said}</span>}
        <Icon name="chevronDown" />
      </summary>
      <div className={styles.fields}>{children}</div>
    </details>
  )
}
