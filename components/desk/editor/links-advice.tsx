'use client'
import { Button } from '#components/ui/button.tsx'
import { type CheckedLink, linkAdvice } from '#lib/links/links.ts'
import { useEditorDesk } from './editor-context.tsx'
import { goToField } from './go-to-field.ts'
import { changeLink, goToLink } from './links.ts'
import styles from './links-advice.module.css'
import { useLinks } from './use-links.ts'

/** What of the text's links is worth a look before readers follow them. Advice: it keeps nobody from publishing. */
export function LinksAdvice() {
  const { links, waiting, problem, checkAgain } = useLinks()
  if (links.length === 0) return null
  const advised = links.flatMap(link => {
    const advice = linkAdvice(link)
    return advice ? [{ link, advice }] : []
  })
  return (
    <div className={styles.links}>
      {advised.length > 0 && (
        <ul className={styles.list} aria-label="Links worth a look">
          {advised.map(({ link, advice }) => (
            <Advised key={link.href} link={link} advice={advice} />
          ))}
        </ul>
      )}
      <div className={styles.foot}>
        <span role="status">{problem || wordsOf(links, waiting, advised.length)}</span>
        {waiting > 0 ? (
          <progress aria-label="Links that were checked" max={links.length} value={links.length - waiting} />
        ) : (
          <Button variant="quiet" size="small" onPress={checkAgain}>
            Check again
          </Button>
        )}
      </div>
    </div>
  )
}

function Advised({ link, advice }: { link: CheckedLink; advice: string }) {
  const { text, mayWrite } = useEditorDesk()
  const { href, target } = link
  const goThere = () => {
    // The panel may cover the text, which is shown first.
    goToField('body')
    setTimeout(() => {
      const editor = text.get()
      if (editor) goToLink(editor, href)
    }, 120)
  }
  return (
    <li>
      <p>
        <b>{link.text || href}</b> <span>{advice}</span>
      </p>
      <div className={styles.does}>
        <Button size="small" onPress={goThere} aria-label={`Go there: ${link.text || href}`}>
          Go there
        </Button>
        {target && mayWrite && (
          <Button
            size="small"
            onPress={() => {
              const editor = text.get()
              if (editor) changeLink(editor, href, target)
            }}
          >
            Use the new address
          </Button>
        )}
      </div>
    </li>
  )
}

function wordsOf(links: CheckedLink[], waiting: number, advised: number): string {
  const count = links.length === 1 ? '1 link' : `${links.length} links`
  if (waiting > 0) return `Checking ${count}…`
  if (advised > 0) return `${count} checked.`
  return links.length === 1 ? 'The link leads somewhere.' : `All ${links.length} links lead somewhere.`
}
