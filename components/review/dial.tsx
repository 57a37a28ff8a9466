import styles from './dial.module.css'

/** Degrees clockwise from the right, as SVG counts them: from the lower left over the top to the lower right. */
const opening = { from: 135, sweep: 270 }
const centre = 24
const outer = 21

/** An arc that swells like the orb's light, filled to a share of it from 0 to 1. What is measured is written inside. */
export function Gauge({ share }: { share: number }) {
  return (
    <svg className={styles.dial} viewBox="0 0 48 48" aria-hidden="true">
      <path className={styles.off} d={swellingArc(1)} />
      {share > 0 && <path className={styles.on} d={swellingArc(Math.max(share, 0.01))} />}
    </svg>
  )
}

/** A seal around a grade: one dot for each grade of the scale, lit up to this one. */
export function Seal({ place, places }: { place: number; places: number }) {
  return (
    <svg className={styles.dial} viewBox="0 0 48 48" aria-hidden="true">
      <path className={styles.on} fillRule="evenodd" d={`${ring(24, 18)}${ring(24.7, 15.9)}`} />
      {Array.from({ length: places }, (_, index) => {
        const [x, y] = at(opening.from + (opening.sweep * index) / (places - 1), 22)
        return <circle key={`${x} ${y}`} className={index <= place ? styles.on : styles.off} cx={x} cy={y} r="1.1" />
      })}
    </svg>
  )
}

/** The dotted ring of a review that has no score. */
export function EmptyDial() {
  return (
    <svg className={styles.dial} viewBox="0 0 48 48" aria-hidden="true">
      <circle
        className={styles.dotted}
        cx="24"
        cy="24"
        r="19"
        fill="none"
        strokeWidth="3"
        strokeLinecap="round"
        // Eighteen dots around: pathLength would say so in whole numbers, but the W3C's checker does not know it on a circle.
        strokeDasharray="0.01 6.6222"
      />
    </svg>
  )
}

function ring(at: number, radius: number): string {
  return `M${at - radius} ${at}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`
}

/** Between two circles whose centres lie apart, so it is thinnest where it begins; the ends are round. */
function swellingArc(share: number): string {
  const inner = 16.9
  const apart = 1.9
  const end = opening.from + opening.sweep * share
  const reach = (angle: number) => {
    const off = ((angle - opening.from) * Math.PI) / 180
    return apart * Math.cos(off) + Math.sqrt(inner ** 2 - (apart * Math.sin(off)) ** 2)
  }
  const large = opening.sweep * share > 180 ? 1 : 0
  const cap = (angle: number) => rounded((outer - reach(angle)) / 2)
  const point = (angle: number, radius: number) => at(angle, radius).join(' ')
  return [
    `M${point(opening.from, outer)}`,
    `A${outer} ${outer} 0 ${large} 1 ${point(end, outer)}`,
    `A${cap(end)} ${cap(end)} 0 0 1 ${point(end, reach(end))}`,
    `A${inner} ${inner} 0 ${large} 0 ${point(opening.from, reach(opening.from))}`,
    `A${cap(opening.from)} ${cap(opening.from)} 0 0 1 ${point(opening.from, outer)}z`,
  ].join('')
}

function at(angle: number, radius: number): [x: number, y: number] {
  const radians = (angle * Math.PI) / 180
  return [rounded(centre + radius * Math.cos(radians)), rounded(centre + radius * Math.sin(radians))]
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100
}
