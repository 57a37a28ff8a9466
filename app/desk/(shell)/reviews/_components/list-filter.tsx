import Form from 'next/form'
import Link from 'next/link'
import { PlanSelects, ReviewSearch, SectionSelect } from '#components/desk/workflow/plan-filter.tsx'
import { Button } from '#components/ui/button.tsx'
import { Select } from '#components/ui/select.tsx'
import { type DeskFilter, deskListPath, deskSorts, isNarrowed, openFilter, sortName } from '#lib/reviews/desk-filter.ts'
import type { DeskChoices } from '#lib/reviews/desk-queries.ts'
import { reviewKindName, reviewKinds } from '#lib/reviews/reviews.ts'
import type { PlanChoices } from '#lib/workflow/desk-queries.ts'
import styles from './list.module.css'

/** A plain GET form: what it finds can be bookmarked, and it works before any script has come. */
export function ListFilter({
  filter,
  choices,
  plan,
}: {
  filter: DeskFilter
  choices: DeskChoices
  plan: Pick<PlanChoices, 'steps' | 'people'>
}) {
  const kinds = reviewKinds.map(kind => ({ value: kind, label: reviewKindName(kind) }))
  const sorts = deskSorts.map(sort => ({ value: sort, label: sortName(sort) }))
  return (
    // The key gives the fields their values again when the address has changed without them, as "Clear" does.
    <Form key={deskListPath(filter)} action="/desk/reviews" className={styles.filter}>
      {filter.state && <input type="hidden" name="state" value={filter.state} />}
      {filter.work && <input type="hidden" name="work" value={filter.work} />}
      <div className={styles.search}>
        <ReviewSearch filter={filter} />
      </div>
      <SectionSelect filter={filter} sections={choices.sections} />
      {choices.critics.length > 0 && (
        <Select
          label="Critic"
          hideLabel
          name="critic"
          placeholder="All critics"
          options={choices.critics.map(({ slug, name }) => ({ value: slug, label: name }))}
          defaultValue={filter.critic ?? ''}
        />
      )}
      <Select
        label="Kind"
        hideLabel
        name="kind"
        placeholder="All kinds"
        options={kinds}
        defaultValue={filter.kind ?? ''}
      />
      <Select
        label="Step"
        hideLabel
        name="step"
        placeholder="All steps"
        options={plan.steps.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={filter.step ?? ''}
      />
      <PlanSelects filter={filter} people={plan.people} />
      <Select label="Sorted by" hideLabel name="sort" options={sorts} defaultValue={filter.sort} />
      <div className={styles.buttons}>
        <Button type="submit">Show</Button>
        {isNarrowed({ ...filter, state: null }) && (
          <Link href={deskListPath(openFilter(filter), { state: filter.state })}>Clear</Link>
        )}
      </div>
    </Form>
  )
}
