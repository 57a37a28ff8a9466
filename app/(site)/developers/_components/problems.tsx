import { Block } from '#components/site/listing.tsx'
import { problemTypes } from '#lib/api/problems.ts'
import styles from './developers.module.css'

/** What can go wrong. The type of a problem is an address that leads to its place here. */
export function Problems() {
  return (
    <Block title="When something is wrong" id="problems">
      <p className={styles.prose}>
        Every refusal is a <a href="#Problem">Problem</a>, <code>application/problem+json</code> as in RFC 9457. Its{' '}
        <code>type</code> is an address that leads here, its <code>detail</code> says what it is this time.
      </p>
      <dl className={styles.members}>
        {Object.entries(problemTypes).map(([name, { status, title, remedy }]) => (
          <div key={name} id={name}>
            <dt>
              <code>{status}</code> <span className={styles.needed}>{name}</span>
            </dt>
            <dd>
              <strong>{title}.</strong> <Remedy text={remedy} />
            </dd>
          </div>
        ))}
      </dl>
    </Block>
  )
}

/** Words between backticks are what a program reads. */
function Remedy({ text }: { text: string }) {
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part))
}
