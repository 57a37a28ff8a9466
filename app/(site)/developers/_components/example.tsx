import type { Example as Asked } from '#lib/api/published-examples.ts'
import styles from './developers.module.css'

/** As much as is needed to see what it is like. */
const most = 26

/** A question that can be asked as it stands, and the answer to it. */
export function Example({ example }: { example: Asked }) {
  const shown = example.lines.slice(0, most)
  const isCut = shown.length < example.lines.length
  return (
    <figure className={styles.example}>
      <figcaption>
        <span className={styles.verb}>GET</span>{' '}
        <a href={example.url} rel="nofollow">
          <Address url={example.url} />
        </a>
      </figcaption>
      <pre>
        <code>
          {shown.join('\n')}
          {isCut && '\n…'}
        </code>
      </pre>
    </figure>
  )
}

/** An address may break before each of its parts. */
function Address({ url }: { url: string }) {
  const parts = url.split(/(?=[/?&,])/)
  return (
    <code>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one address stay where they are
        <span key={index}>
          {index > 2 && <wbr />}
          {part}
        </span>
      ))}
    </code>
  )
}
