import type { Taste } from '#lib/critics/published-taste.ts'
import { agreementSentences, fewestInCommon, pointsText, spelledWorks } from '#lib/critics/taste.ts'
import styles from './taste.module.css'

/** How near a critic is to each colleague on the works that both have scored: in a sentence, and as a table that is also drawn. */
export function TasteAgreement({ agreements }: { agreements: Taste['agreements'] }) {
  if (agreements.length === 0) return <p>No colleague has scored anything that this critic has scored.</p>
  const sentences = agreementSentences(agreements)
  return (
    <>
      {sentences ? (
        sentences.map(sentence => (
          <p key={sentence} className={styles.sentence}>
            {sentence}
          </p>
        ))
      ) : (
        <p className={styles.sentence}>Too few works in common to say: it takes {spelledWorks(fewestInCommon)}.</p>
      )}
      <table className={styles.apart}>
        <caption>On works that both have scored, with the newest score of each</caption>
        <thead>
          <tr>
            <th scope="col">Colleague</th>
            <th scope="col">In common</th>
            <th scope="col">Apart on average, in points of 100</th>
          </tr>
        </thead>
        <tbody>
          {agreements.map(({ name, path, works, apart }) => (
            <tr key={path}>
              <th scope="row">
                <a href={path}>{name}</a>
              </th>
              <td>{spelledWorks(works)}</td>
              <td>{works < fewestInCommon ? <span>Too few to say</span> : <Distance apart={apart} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Distance({ apart }: { apart: number }) {
  return (
    <div className={styles.distance}>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect y="4" width="100" height="2" fill="currentColor" opacity="0.25" />
        <rect y="3" width={apart} height="4" fill="currentColor" />
        <rect x={Math.max(0, apart - 1)} width="2" height="10" fill="currentColor" />
      </svg>
      <span>{pointsText(apart)}</span>
    </div>
  )
}
