'use client'
import type { ReactNode } from 'react'
import { ComboBox, FieldError, Input, Label, Text } from 'react-aria-components'
import styles from '#components/ui/combo-box.module.css'
import { ComboBoxList } from '#components/ui/combo-box-list.tsx'
import field from '#components/ui/field.module.css'
import { useFound } from '#components/ui/use-found.ts'
import { typedAddress } from '#lib/links/addresses.ts'
import type { LinkTarget } from '#lib/links/links.ts'
import { findTargets } from './outside-client.ts'

interface LinkFieldProps {
  value: string
  onChange: (value: string) => void
  /** Called with the page that was chosen; its address is the value then. */
  onTarget: (target: LinkTarget) => void
  siteUrl: string
  error: string
  description: ReactNode
}

/** An address, which is taken as it is typed, or words, for which our own pages are looked up. */
export function LinkField({ value, onChange, onTarget, siteUrl, error, description }: LinkFieldProps) {
  const found = useFound<LinkTarget>(findTargets)
  const isAddress = typedAddress(value, siteUrl) !== null
  const entries = isAddress || value.trim() === '' ? [] : found.items.map(toItem)
  return (
    <ComboBox
      className={styles.comboBox}
      items={entries}
      inputValue={value}
      onInputChange={next => {
        onChange(next)
        if (next.trim() !== '' && typedAddress(next, siteUrl) === null) found.look(next.trim())
      }}
      selectedKey={null}
      onSelectionChange={key => {
        const target = found.items.find(({ href }) => href === key)
        if (!target) return
        onTarget(target)
        onChange(target.href)
      }}
      menuTrigger="input"
      allowsEmptyCollection={!isAddress && value.trim() !== '' && found.state !== 'idle'}
      allowsCustomValue
      isInvalid={error !== ''}
      autoFocus
    >
      <Label className={field.label}>Address, or words of one of our pages</Label>
      <Input className={field.control} placeholder="https:// or “Her”" spellCheck={false} autoComplete="off" />
      {description && (
        <Text slot="description" className={field.description}>
          {description}
        </Text>
      )}
      <FieldError className={field.error}>{error}</FieldError>
      <ComboBoxList state={found.state} createId="" />
    </ComboBox>
  )
}

function toItem({ href, title, detail }: LinkTarget): { id: string; name: string; detail: string } {
  return { id: href, name: title, detail: `${detail} · ${href}` }
}
