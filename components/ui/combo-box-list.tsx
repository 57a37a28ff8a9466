import { ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './combo-box.module.css'
import type { ComboBoxItem } from './combo-box.tsx'
import type { Found } from './use-found.ts'

/** What a ComboBox has found, below its field; or why there is nothing. */
export function ComboBoxList({ state, createId }: { state: Found<unknown>['state']; createId: string }) {
  return (
    <Popover className={styles.popover} offset={4}>
      <ListBox<ComboBoxItem>
        className={styles.list}
        renderEmptyState={() => <p className={styles.empty}>{emptyText(state)}</p>}
      >
        {item => (
          <ListBoxItem
            id={item.id}
            textValue={item.name}
            className={classes(styles.entry, item.id === createId && styles.create)}
          >
            <Text slot="label">{item.name}</Text>
            {item.detail && (
              <Text slot="description" className={styles.detail}>
                {item.detail}
              </Text>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  )
}

function emptyText(state: Found<unknown>['state']): string {
  if (state === 'failed') return 'The search did not answer. Type again to try once more.'
  return state === 'found' ? 'Nothing found.' : 'Looking…'
}
