import Form from 'next/form'
import Link from 'next/link'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/choice.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { quoteLimits } from '#lib/aggregators/aggregators.ts'
import { type AggregatorRequest, aggregatorsPath, usualRanges } from '#lib/aggregators/aggregators-schema.ts'
import styles from './aggregators.module.css'

/** Which reviews, and for whom. A plain GET form: what it shows can be bookmarked, for every Monday. */
export function RangeForm({
  request,
  recipients,
  today,
}: {
  request: AggregatorRequest
  recipients: string[]
  today: string
}) {
  return (
    <Form key={aggregatorsPath(request)} action="/desk/aggregators" className={styles.form}>
      <div className={styles.fields}>
        <TextField label="From" type="date" name="from" defaultValue={request.from} max={today} />
        <TextField label="To" type="date" name="to" defaultValue={request.to} />
        <Select
          label="That were"
          name="by"
          options={[
            { value: 'published', label: 'Published' },
            { value: 'changed', label: 'Published or changed' },
          ]}
          defaultValue={request.by}
        />
        <TextField
          label="For"
          name="for"
          list="recipients"
          autoComplete="off"
          placeholder="Such as Rotten Tomatoes"
          maxLength={60}
          defaultValue={request.recipient}
        />
        <TextField
          label="Longest quote"
          type="number"
          name="limit"
          min={quoteLimits.least}
          max={quoteLimits.most}
          defaultValue={request.limit}
        />
      </div>
      <datalist id="recipients">
        {recipients.map(name => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className={styles.show}>
        <Button type="submit">Show</Button>
        <Checkbox
          label="Only what is new or changed for them"
          name="only"
          value="new"
          defaultChecked={request.onlyNew}
        />
        <nav aria-label="Usual ranges">
          <ul className={styles.ranges}>
            {usualRanges(today).map(({ name, from, to }) => (
              <li key={name}>
                <Link
                  href={aggregatorsPath({ ...request, from, to })}
                  aria-current={request.from === from && request.to === to ? 'true' : undefined}
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </Form>
  )
}
