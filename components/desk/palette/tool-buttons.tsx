'use client'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import hidden from '#components/ui/visually-hidden.module.css'
import { askForTool } from './palette-asked.ts'
import styles from './tool-buttons.module.css'

/** Opens the palette and the help, for whoever does not know the key: in the rail. */
export function ToolButtons() {
  return (
    <div className={styles.tools}>
      <Button size="small" aria-keyshortcuts="Control+K Meta+K" onPress={() => askForTool('palette')}>
        <Icon name="search" />
        <span className={hidden.narrow}>Find or do</span>
        <span className={styles.keys} aria-hidden="true">
          Ctrl K
        </span>
      </Button>
      <HelpButton />
    </div>
  )
}

/** Opens what there is to know about this screen. */
export function HelpButton() {
  return (
    <Button size="small" variant="quiet" isIcon aria-label="Help with this screen" onPress={() => askForTool('help')}>
      <Icon name="help" />
    </Button>
  )
}
