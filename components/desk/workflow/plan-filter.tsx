import Form from 'next/form'
import Link from 'next/link'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { type DeskFilter, deskDues, dueName, isNarrowed } from '#lib/reviews/desk-filter.ts'
import { type Assignable, priorities, priorityName } from '#lib/workflow/workflow.ts'
import styles from './plan-filter.module.css'

/** What the board is narrowed to: a plain GET form, so its address can be kept and handed on. */
export function PlanFilter({
  action,
  path,
  filter,
  sections,
  people,
}: {
  action: string
  path: string
  filter: DeskFilter
  sections: { slug: string; name: string }[]
  people: Assignable[]
}) {
  return (
    <Form key={path} action={action} className={styles.filter}>
      <ReviewSearch filter={filter} />
      <SectionSelect filter={filter} sections={sections} />
      <PlanSelects filter={filter} people={people} />
      <Button type="submit">Show</Button>
      {isNarrowed(filter) && <Link href={action}>Clear</Link>}
    </Form>
  )
}

/** The words that reviews are looked for by, in a filter's form. */
export function ReviewSearch({ filter }: { filter: DeskFilter }) {
  return (
    <TextField
      label="Search headlines, works and critics"
      hideLabel
      type="search"
      name="q"
      placeholder="Headline, work or critic"
      defaultValue={filter.text}
      maxLength={100}
    />
  )
}

export function SectionSelect({
  filter,
  sections,
}: {
  filter: DeskFilter
  sections: { slug: string; name: string }[]
}) {
  return (
    <Select
      label="Section"
      hideLabel
      name="section"
      placeholder="All sections"
      options={sections.map(({ slug, name }) => ({ value: slug, label: name }))}
      defaultValue={filter.section ?? ''}
    />
  )
}

/** Who has it, when it is due, how much it matters: for a filter's form. */
export function PlanSelects({ filter, people }: { filter: DeskFilter; people: Assignable[] }) {
  const whose = [
    { value: 'me', label: 'Given to me' },
    { value: 'nobody', label: 'Given to nobody' },
    ...people.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <>
      <Select
        label="Given to"
        hideLabel
        name="assignee"
        placeholder="Whoever has it"
        options={whose}
        defaultValue={filter.assignee ?? ''}
      />
      <Select
        label="Due"
        hideLabel
        name="due"
        placeholder="Whenever due"
        options={deskDues.map(due => ({ value: due, label: dueName(due) }))}
        defaultValue={filter.due ?? ''}
      />
      <Select
        label="Priority"
        hideLabel
        name="priority"
        placeholder="Every priority"
        options={priorities.map(priority => ({ value: priority, label: priorityName(priority) }))}
        defaultValue={filter.priority ?? ''}
      />
    </>
  )
}
