'use client'
import { Checkbox } from '#components/ui/choice.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import type { ListChoices } from '#lib/lists/desk-queries.ts'
import { isDraftSlug, listLimits } from '#lib/lists/lists.ts'
import styles from './list-editor.module.css'
import type { ListEditing } from './use-list-editing.ts'

/** What stands above the works: title, standfirst, whose it is, what about, its address. */
export function HeadFields({
  editing: { content, change, failed },
  choices,
}: {
  editing: ListEditing
  choices: ListChoices
}) {
  const error = (field: string) => (failed && 'field' in failed && failed.field === field ? failed.problem : undefined)
  const slug = isDraftSlug(content.slug) ? '' : content.slug
  return (
    <div className={styles.fields}>
      <div className={styles.wide}>
        <TextField
          label="Title"
          required
          maxLength={listLimits.title}
          value={content.title}
          onChange={event => change({ title: event.target.value })}
          error={error('title')}
        />
      </div>
      <div className={styles.wide}>
        <TextArea
          label="Standfirst"
          description="A sentence or two under the title: what is ranked, and by what right."
          maxLength={listLimits.standfirst}
          value={content.standfirst}
          onChange={event => change({ standfirst: event.target.value })}
          error={error('standfirst')}
        />
      </div>
      <Select
        label="By"
        placeholder="Nobody in particular"
        options={choices.critics.map(({ id, name }) => ({ value: id, label: name }))}
        value={content.criticId ?? ''}
        onChange={event => change({ criticId: event.target.value || null })}
        error={error('criticId')}
      />
      <Select
        label="Topic"
        placeholder="None"
        options={choices.topics.map(({ id, name }) => ({ value: id, label: name }))}
        value={content.topicId ?? ''}
        onChange={event => change({ topicId: event.target.value || null })}
        error={error('topicId')}
      />
      <TextField
        label="Address"
        description={`/lists/${slug || '…'}`}
        maxLength={120}
        value={slug}
        onChange={event => change({ slug: event.target.value })}
        error={error('slug')}
        spellCheck={false}
      />
      <Checkbox
        label="Ranked"
        description="Numbered from the best. Otherwise the order means nothing, and no numbers are shown."
        checked={content.isRanked}
        onChange={event => change({ isRanked: event.target.checked })}
      />
    </div>
  )
}
