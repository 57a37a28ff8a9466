import Form from 'next/form'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { auditNouns } from '#lib/audit/audit.ts'
import { type AuditFilter, auditPath } from '#lib/audit/audit-schema.ts'
import styles from './log.module.css'

/** What the log is narrowed to. A plain GET form: what it shows has an address. */
export function LogFilter({ filter, people }: { filter: AuditFilter; people: { id: string; name: string }[] }) {
  return (
    <Form key={auditPath(filter)} action="/desk/log" className={styles.filter}>
      <Select
        label="Who"
        name="who"
        placeholder="Everybody"
        defaultValue={filter.who ?? ''}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        label="About"
        name="what"
        placeholder="Everything"
        defaultValue={filter.what ?? ''}
        options={Object.entries(auditNouns).map(([value, label]) => ({ value, label }))}
      />
      <TextField label="From" type="date" name="from" defaultValue={filter.from ?? ''} />
      <TextField label="To" type="date" name="to" defaultValue={filter.to ?? ''} />
      <Button type="submit">Show</Button>
    </Form>
  )
}
