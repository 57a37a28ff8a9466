'use client'
import type { ReactElement } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './menu.module.css'

export interface MenuEntry {
  id: string
  label: string
  description?: string
  /** Leads there; otherwise `onAction` is called. */
  href?: string
  onAction?: () => void
  isDisabled?: boolean
  /** Takes something away. */
  isDanger?: boolean
}

/** A button with a list of actions. `trigger` is a Button; with only an icon in it, it needs an `aria-label`. */
export function Menu({
  trigger,
  entries,
  label,
}: {
  trigger: ReactElement
  entries: readonly MenuEntry[]
  label?: string
}) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover} placement="bottom end" offset={4}>
        <AriaMenu className={styles.menu} aria-label={label}>
          {entries.map(({ id, label: name, description, isDanger, ...entry }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={name}
              className={classes(styles.entry, isDanger && styles.danger)}
              {...entry}
            >
              <Text slot="label">{name}</Text>
              {description && (
                <Text slot="description" className={styles.description}>
                  {description}
                </Text>
              )}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
