'use client'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import styles from './markup-tree.module.css'

/** The markup of the page, to be read: a node of it is opened and closed by its name. */
export function MarkupTree({ graph }: { graph: unknown[] }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    const text = JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }, null, 2)
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <>
      <div className={styles.tree} dir="ltr">
        {graph.map((node, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the graph is what a node is known by
          <Node key={index} value={node} isOpen={false} />
        ))}
      </div>
      <Button size="small" onPress={() => void copy().catch(() => setCopied(false))}>
        {copied ? 'Copied' : 'Copy the JSON-LD'}
      </Button>
    </>
  )
}

function Node({ name, value, isOpen }: { name?: string; value: unknown; isOpen: boolean }) {
  if (typeof value !== 'object' || value === null) return <Leaf name={name} value={value} />
  const entries = entriesOf(value)
  return (
    <details open={isOpen}>
      <summary>
        {name && <span className={styles.name}>{name}</span>} <span className={styles.kind}>{kindOf(value)}</span>
      </summary>
      <div className={styles.inside}>
        {entries.map(([key, inner]) => (
          <Node key={key} name={Array.isArray(value) ? undefined : key} value={inner} isOpen={isSmall(inner)} />
        ))}
      </div>
    </details>
  )
}

function Leaf({ name, value }: { name?: string; value: unknown }) {
  return (
    <p>
      {name && <span className={styles.name}>{name}</span>}{' '}
      <span className={styles.value} dir="auto">
        {typeof value === 'string' ? value : JSON.stringify(value)}
      </span>
    </p>
  )
}

/** What JSON leaves out is left out. */
function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, inner]) => inner !== undefined)
}

/** "Movie", "3 of them", or what it is called. */
function kindOf(value: object): string {
  if (Array.isArray(value)) return value.length === 1 ? '1 entry' : `${value.length} entries`
  const type: unknown = Reflect.get(value, '@type')
  const called: unknown = Reflect.get(value, 'name') ?? Reflect.get(value, 'headline')
  return [typeof type === 'string' ? type : 'reference', typeof called === 'string' ? `“${called}”` : '']
    .filter(Boolean)
    .join(' ')
}

function isSmall(value: unknown): boolean {
  return typeof value === 'object' && value !== null && entriesOf(value).length <= 4 && !Array.isArray(value)
}
