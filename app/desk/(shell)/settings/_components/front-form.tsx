'use client'
import { useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/choice.tsx'
import { ComboBox, type ComboBoxItem } from '#components/ui/combo-box.tsx'
import { focusRow, MoveHandle, moved } from '#components/ui/move-handle.tsx'
import { Select } from '#components/ui/select.tsx'
import type { FrontChoices } from '#lib/settings/desk-queries.ts'
import { type FrontBlock, isFrontBlock } from '#lib/settings/front.ts'
import type { PublicationSettings } from '#lib/settings/settings.ts'
import { kindName, workKinds } from '#lib/works/works.ts'
import { useHouseActions } from './house-actions.tsx'
import { HouseForm } from './house-form.tsx'
import rows from './rows.module.css'
import styles from './settings.module.css'
import { useHouse } from './use-house.ts'
import { useLead } from './use-lead.ts'

interface FrontFormProps {
  stored: Pick<PublicationSettings, 'hasCover' | 'leadReviewId' | 'front'>
  choices: FrontChoices
  /** The review that is chosen to lead now. */
  lead: ComboBoxItem | null
}

/** What the front page is made of: its cover, and the parts below it in their order. */
export function FrontForm({ stored, choices, lead }: FrontFormProps) {
  const house = useHouse('front', stored)
  const { findLeads } = useHouseActions()
  const { value, type, answer } = house
  const [chosen, choose] = useLead(value.leadReviewId, lead)
  return (
    <HouseForm house={house} hasPreview>
      <div className={styles.group}>
        <h2>Cover</h2>
        <Checkbox
          label="A review leads the page as its cover"
          checked={value.hasCover}
          onChange={event => type({ hasCover: event.target.checked })}
        />
        {value.hasCover && (
          <ComboBox
            label="Which review"
            description="Empty for the newest, whichever that is."
            placeholder="The newest"
            load={findLeads}
            value={chosen}
            onChange={item => {
              choose(item)
              type({ leadReviewId: item?.id ?? null })
            }}
            error={answer.fields?.leadReviewId}
          />
        )}
      </div>
      <div className={styles.group}>
        <h2>Below it</h2>
        <Parts parts={value.front} choices={choices} error={answer.fields?.front} onChange={front => type({ front })} />
      </div>
    </HouseForm>
  )
}

interface PartsProps {
  parts: FrontBlock[]
  choices: FrontChoices
  error: string | undefined
  onChange: (parts: FrontBlock[]) => void
}

function Parts({ parts, choices, error, onChange }: PartsProps) {
  const list = useRef<HTMLOListElement>(null)
  const all = partsOf(choices)
  const nameOf = (part: string) => all.find(({ value }) => value === part)?.label ?? 'Something that is no longer there'
  const left = all.filter(({ value }) => !parts.some(part => part === value))
  return (
    <>
      {parts.length === 0 && <p className={styles.quiet}>Nothing stands below the cover.</p>}
      <ol ref={list} className={rows.rows}>
        {parts.map((part, index) => (
          <li key={part} className={rows.row}>
            <MoveHandle
              name={nameOf(part)}
              index={index}
              count={parts.length}
              onMove={to => onChange(moved(parts, index, to))}
            />
            <span className={rows.name}>{nameOf(part)}</span>
            <Button
              size="small"
              variant="quiet"
              aria-label={`Take away: ${nameOf(part)}`}
              onPress={() => {
                onChange(parts.filter(each => each !== part))
                focusRow(list.current, index)
              }}
            >
              Take away
            </Button>
          </li>
        ))}
      </ol>
      <Select
        label="Add a part"
        placeholder="Choose…"
        options={left}
        value=""
        onChange={event => {
          if (isFrontBlock(event.target.value)) onChange([...parts, event.target.value])
        }}
        error={error}
      />
    </>
  )
}

function partsOf({ sections, lists }: FrontChoices): { value: string; label: string }[] {
  return [
    { value: 'latest', label: 'The latest reviews' },
    { value: 'sections', label: 'Every section, with its newest' },
    { value: 'lists', label: 'The newest lists' },
    ...sections.map(({ id, name }) => ({ value: `section:${id}`, label: `Section: ${name}` })),
    ...workKinds.map(kind => ({ value: `kind:${kind}`, label: `Kind of work: ${kindName(kind, 2).toLowerCase()}` })),
    ...lists.map(({ id, name }) => ({ value: `list:${id}`, label: `List: ${name}` })),
  ]
}
