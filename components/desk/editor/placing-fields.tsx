'use client'
import { Button } from '#components/ui/button.tsx'
import { ComboBox } from '#components/ui/combo-box.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Select } from '#components/ui/select.tsx'
import { reviewKindName, reviewKinds } from '#lib/reviews/reviews.ts'
import { matches } from './byline-field.tsx'
import { useEditorDesk, useField } from './editor-context.tsx'
import styles from './panel.module.css'
import { ReviewField } from './review-field.tsx'

/** The section, the topics and what kind of review it is. */
export function PlacingFields() {
  const { choices, mayWrite } = useEditorDesk()
  const [sectionId, setSectionId, sectionProblem] = useField('sectionId')
  const [kind, setKind] = useField('kind')
  const [earlierId] = useField('rereviewOfId')
  return (
    <>
      <div id="field-sectionId">
        <Select
          label="Section"
          disabled={!mayWrite}
          placeholder="Choose a section"
          value={sectionId ?? ''}
          onChange={event => setSectionId(event.target.value || null)}
          options={choices.sections.map(({ id, name }) => ({ value: id, label: name }))}
          error={sectionProblem}
        />
      </div>
      <TopicsField />
      <Select
        label="Kind"
        disabled={!mayWrite}
        value={kind}
        onChange={event => setKind(reviewKinds.find(known => known === event.target.value) ?? 'full')}
        options={reviewKinds.map(value => ({ value, label: reviewKindName(value) }))}
      />
      {(kind === 'rereview' || earlierId !== null) && <EarlierReviewField />}
    </>
  )
}

function TopicsField() {
  const { choices, mayWrite } = useEditorDesk()
  const [ids, setIds, problem] = useField('topicIds')
  const chosen = choices.topics.filter(topic => ids.includes(topic.id))
  return (
    <div id="field-topicIds" className={styles.group}>
      <p className={styles.label} id="topics-label">
        Topics
      </p>
      {chosen.length > 0 && (
        <ul className={styles.tags} aria-labelledby="topics-label">
          {chosen.map(topic => (
            <li key={topic.id} className={styles.tag}>
              {topic.name}
              {mayWrite && (
                <Button
                  variant="quiet"
                  size="small"
                  isIcon
                  aria-label={`Remove ${topic.name}`}
                  onPress={() => setIds(ids.filter(id => id !== topic.id))}
                >
                  <Icon name="close" />
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <ComboBox
          label="Add a topic"
          isAdder
          value={null}
          error={problem}
          placeholder="Topic"
          load={async query => choices.topics.filter(topic => !ids.includes(topic.id) && matches(topic.name, query))}
          onChange={topic => topic && setIds([...ids, topic.id])}
        />
      )}
    </div>
  )
}

/** Which earlier review this one thinks again about. Those of the same work come first to mind, so only they are offered. */
function EarlierReviewField() {
  return <ReviewField field="rereviewOfId" label="Thinks again about" placeholder="Headline of the earlier review" />
}
