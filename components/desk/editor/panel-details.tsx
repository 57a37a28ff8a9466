'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { AddressField } from './address-field.tsx'
import { AspectsField } from './aspects-field.tsx'
import { BadgesField } from './badges-field.tsx'
import { BylineField } from './byline-field.tsx'
import { Checklist } from './checklist.tsx'
import { DisclosureFields, DisclosureSaid } from './disclosure-fields.tsx'
import { useEditorDesk } from './editor-context.tsx'
import { LanguageFields } from './language-fields.tsx'
import { later } from './later.tsx'
import { NameAdvice } from './names/name-advice.tsx'
import styles from './panel.module.css'
import { AspectsSaid, GlanceSaid, LanguageSaid, QuoteSaid, SeenSaid, WarningsSaid } from './panel-said.tsx'
import { PictureField } from './picture-field.tsx'
import { PlacingFields } from './placing-fields.tsx'
import { PointsField } from './points-field.tsx'
import { PullQuoteField } from './pull-quote-field.tsx'
import { SeenFields, WarningFields } from './reading-fields.tsx'
import { WorkField } from './work-field.tsx'

const LinksAdvice = later(() => import('./links-advice.tsx').then(module => module.LinksAdvice))

const TimingFields = later(() => import('./timing/timing-fields.tsx').then(module => module.TimingFields))
const PlanFields = later(() => import('./plan/plan-fields.tsx').then(module => module.PlanFields))

/** Everything about the review that is not its text. */
export function PanelDetails() {
  const { review } = useEditorDesk()
  return (
    <>
      <Part title="To do" isOpen>
        <Checklist />
        <NameAdvice />
        <LinksAdvice />
      </Part>
      <Part title="What is reviewed" isOpen>
        <WorkField />
      </Part>
      <Part title="Byline and place" isOpen>
        <BylineField />
        <PlacingFields />
      </Part>
      <Part title="Plan" isOpen>
        <div className={styles.reserved}>
          <PlanFields />
        </div>
      </Part>
      <Part title="Schedule, embargo, preview links" id="field-timing">
        <TimingFields />
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
  id?: string
  children: ReactNode
}

function Part({ title, said, isOpen = false, id, children }: PartProps) {
  return (
    <details id={id} className={styles.part} open={isOpen}>
      <summary>
        <h2>{title}</h2>
        {said && <span className={styles.said}>{said}</span>}
        <Icon name="chevronDown" />
      </summary>
      <div className={styles.fields}>{children}</div>
    </details>
  )
}
