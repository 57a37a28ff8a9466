import { dialBox, emptyRing, gaugePath, sealDots, sealRing } from '#lib/ratings/dial-drawing.ts'
import styles from './dial.module.css'

const viewBox = `0 0 ${dialBox} ${dialBox}`

/** An arc that is filled to a share of it from 0 to 1. What is measured is written inside. */
export function Gauge({ share }: { share: number }) {
  return (
    <svg className={styles.dial} viewBox={viewBox} aria-hidden="true">
      <path className={styles.off} d={gaugePath(1)} />
      {share > 0 && <path className={styles.on} d={gaugePath(Math.max(share, 0.01))} />}
    </svg>
  )
}

/** A seal around a grade: one dot for each grade of the scale, lit up to this one. */
export function Seal({ place, places }: { place: number; places: number }) {
  return (
    <svg className={styles.dial} viewBox={viewBox} aria-hidden="true">
      <path className={styles.on} fillRule="evenodd" d={sealRing} />
      {sealDots(places).map(([x, y], index) => (
        <circle key={`${x} ${y}`} className={index <= place ? styles.on : styles.off} cx={x} cy={y} r="1.1" />
      ))}
    </svg>
  )
}

/** The dotted ring of a review that has no score. */
export function EmptyDial() {
  return (
    <svg className={styles.dial} viewBox={viewBox} aria-hidden="true">
      <circle
        className={styles.dotted}
        cx={dialBox / 2}
        cy={dialBox / 2}
        r={emptyRing.radius}
        fill="none"
        strokeWidth={emptyRing.width}
        strokeLinecap="round"
        // The dots are in its own units: pathLength would say so in whole numbers, but the W3C's checker does not know it on a circle.
        strokeDasharray={emptyRing.dashes}
      />
    </svg>
  )
}
