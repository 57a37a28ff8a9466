'use client'
import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'
import styles from './tabs.module.css'

export interface TabsProps {
  /** What the tabs are about, for screen readers. */
  label: string
  tabs: readonly { id: string; title: ReactNode; content: ReactNode }[]
  /** The selected tab, when somebody else has to know or set it. */
  selected?: string
  onSelect?: (id: string) => void
}

/** Panels of which one is shown. They stay mounted, so that what was typed in one is there on return. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs className={styles.tabs} selectedKey={selected} onSelectionChange={key => onSelect?.(String(key))}>
      <TabList aria-label={label} className={styles.list}>
        {tabs.map(tab => (
          <Tab key={tab.id} id={tab.id} className={styles.tab}>
            {tab.title}
          </Tab>
        ))}
      </TabList>
      {tabs.map(tab => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel} shouldForceMount>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
