'use client'
import { Button } from '#components/ui/button.tsx'
import { ComboBox } from '#components/ui/combo-box.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useEditorDesk, useField } from './editor-context.tsx'
import styles from './panel.module.css'

/** Whose review it is, in the order of the byline. */
export function BylineField() {
  const { choices, review, mayWrite } = useEditorDesk()
  const [ids, setIds, problem] = useField('criticIds')
  const mayChange = review.may.changeByline && mayWrite
  const named = ids.map(id => choices.critics.find(critic => critic.id === id) ?? { id, name: 'A critic who is gone' })
  const swap = (at: number) =>
    setIds(ids.map((id, index) => (index === at - 1 ? (ids[at] ?? id) : index === at ? (ids[at - 1] ?? id) : id)))
  return (
    <div id="field-criticIds" className={styles.group}>
      <p className={styles.label} id="byline-label">
        Critics
      </p>
      {named.length > 0 && (
        <ol className={styles.chips} aria-labelledby="byline-label">
          {named.map((critic, index) => (
            <li key={critic.id} className={styles.chip}>
              <span>{critic.name}</span>
              {mayChange && index > 0 && (
                <Button
                  variant="quiet"
                  size="small"
                  isIcon
                  aria-label={`Name ${critic.name} before ${named[index - 1]?.name}`}
                  onPress={() => swap(index)}
                >
                  <span aria-hidden="true">↑</span>
                </Button>
              )}
              {mayChange && (
                <Button
                  variant="quiet"
                  size="small"
                  isIcon
                  aria-label={`Remove ${critic.name}`}
                  onPress={() => setIds(ids.filter(id => id !== critic.id))}
                >
                  <Icon name="close" />
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      {mayChange ? (
        <ComboBox
          label={named.length > 0 ? 'Add another critic' : 'Add a critic'}
          isAdder
          value={null}
          error={problem}
          placeholder="Name"
          load={async query =>
            choices.critics.filter(critic => !ids.includes(critic.id) && matches(critic.name, query))
          }
          onChange={critic => critic && setIds([...ids, critic.id])}
        />
      ) : (
        <p className={styles.hint}>
          {problem ??
            (named.length === 0
              ? 'Your account has no byline. Ask an editor to give you one.'
              : 'Only an editor can change whose byline this is.')}
        </p>
      )}
    </div>
  )
}

/** Whether a name begins with the words, or one of its parts does. */
export function matches(name: string, query: string): boolean {
  const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain(` ${name}`).includes(` ${plain(query)}`)
}
