'use client'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { findWorks } from '#components/desk/editor/desk-client.ts'
import { Button } from '#components/ui/button.tsx'
import { ComboBox } from '#components/ui/combo-box.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { MoveHandle, moved } from '#components/ui/move-handle.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { slugify } from '#lib/addresses/addresses.ts'
import type { DeskSeriesPage } from '#lib/series/desk-queries.ts'
import { kindName } from '#lib/works/works.ts'
import { type SaveSeriesOutcome, saveSeriesAction } from '../actions.ts'
import styles from './series-form.module.css'

const kinds = [
  { value: 'series', label: 'Series: in an order' },
  { value: 'franchise', label: 'Franchise: things that share a world' },
]
const fresh = { name: '', kind: 'series', slug: '', note: '' } as const

/** A series and its works in order: moved by drag and by arrow keys. `series` is null for a new one. */
export function SeriesForm({ series, mayEdit }: { series: DeskSeriesPage | null; mayEdit: boolean }) {
  const router = useRouter()
  const [head, setHead] = useState<Omit<DeskSeriesPage['content'], 'workIds'>>(
    series ? { ...series.content } : { ...fresh },
  )
  const [works, setWorks] = useState(series?.works ?? [])
  const [version, setVersion] = useState(series?.version ?? null)
  const [answer, setAnswer] = useState<SaveSeriesOutcome | null>(null)
  const [isSaving, start] = useTransition()
  const refusal = answer && !answer.ok ? answer : null
  const problems = refusal?.fields ?? {}
  const set = (patch: Partial<typeof head>) => {
    setHead({ ...head, ...patch })
    setAnswer(null)
  }
  const order = (next: typeof works) => {
    setWorks(next)
    setAnswer(null)
  }
  const submit = () =>
    start(async () => {
      const { name, kind, slug, note } = head
      const content = { name, kind, slug, note, workIds: works.map(work => work.id) }
      const outcome = await saveSeriesAction({ id: series?.id ?? null, version, content })
      setAnswer(outcome)
      if (!outcome.ok) return
      setVersion(outcome.version)
      if (!series) router.push(`/desk/series/${outcome.id}`)
    })
  const plain = { readOnly: !mayEdit }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      {!mayEdit && <Notice>Only editors change series. You can look at everything here.</Notice>}
      <div className={styles.row}>
        <TextField
          label="Name"
          dir="auto"
          maxLength={200}
          {...plain}
          value={head.name}
          error={problems.name}
          onChange={event => {
            const name = event.target.value
            set({ name, ...(!series && head.slug === suggested(head.name) && { slug: suggested(name) }) })
          }}
        />
        <Select
          label="Kind"
          value={head.kind}
          disabled={!mayEdit}
          options={kinds}
          error={problems.kind}
          onChange={event => set({ kind: event.target.value === 'franchise' ? 'franchise' : 'series' })}
        />
      </div>
      <TextField
        label="Address"
        description={
          series?.livePath && series.livePath !== `/series/${head.slug}`
            ? `Readers who hold ${series.livePath} will be led to /series/${head.slug}.`
            : `/series/${head.slug || '…'}`
        }
        maxLength={120}
        {...plain}
        value={head.slug}
        error={problems.slug}
        onChange={event => set({ slug: event.target.value })}
      />
      <TextArea
        label="Note"
        description="What it is, for readers, in a sentence or two."
        dir="auto"
        maxLength={2000}
        {...plain}
        value={head.note}
        error={problems.note}
        onChange={event => set({ note: event.target.value })}
      />
      <section className={styles.works} aria-labelledby="works">
        <h2 id="works">Works in order</h2>
        {works.length === 0 && <p className={styles.none}>None yet.</p>}
        <ol aria-label="Works in order">
          {works.map((work, index) => (
            <li key={work.id}>
              {mayEdit && (
                <MoveHandle
                  name={work.name}
                  index={index}
                  count={works.length}
                  onMove={to => order(moved(works, index, to))}
                />
              )}
              <p>
                <bdi>{work.name}</bdi> <small>{work.detail}</small>
              </p>
              {mayEdit && (
                <Button
                  variant="quiet"
                  size="small"
                  isIcon
                  aria-label={`Take away ${work.name}`}
                  onPress={() => order(works.filter(each => each.id !== work.id))}
                >
                  <Icon name="close" />
                </Button>
              )}
            </li>
          ))}
        </ol>
        {problems.workIds && <Notice tone="problem">{problems.workIds}</Notice>}
        {mayEdit && (
          <ComboBox
            label="Add a work"
            placeholder="Title"
            isAdder
            value={null}
            load={async (query, signal) =>
              (await findWorks(query, signal)).map(({ id, title, kind, year, makers }) => ({
                id,
                name: title,
                detail: [kindName(kind), year, makers].filter(Boolean).join(', '),
              }))
            }
            onChange={work => {
              if (work && !works.some(each => each.id === work.id)) order([...works, work])
            }}
          />
        )}
      </section>
      {refusal?.problem && <Notice tone="problem">{refusal.problem}</Notice>}
      {mayEdit && (
        <div className={styles.end}>
          <Button type="submit" variant="primary" pending={isSaving && 'Saving…'}>
            {series ? 'Save' : 'Make the series'}
          </Button>
          <span role="status">{answer?.ok ? 'Saved.' : ''}</span>
        </div>
      )}
    </form>
  )
}

function suggested(name: string): string {
  return name.trim() === '' ? '' : slugify(name)
}
