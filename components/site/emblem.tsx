import styles from './emblem.module.css'

const colours = ['var(--coral)', 'var(--peach-deep)', 'var(--mustard)', 'var(--tomato)'] as const

/** A critic's drawn emblem: their initials on a shape that is always the same for the same name. No photographs of people. */
export function Emblem({ name }: { name: string }) {
  const seed = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9_973, 7)
  const initials = name
    .split(/\s+/)
    .map(word => word[0])
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
  const [ground, moon] = [colours[seed % 4], colours[(seed + 1 + (seed % 3)) % 4]]
  return (
    <svg className={styles.emblem} viewBox="0 0 100 100" aria-hidden="true">
      <circle cx="50" cy="50" r="50" fill={ground} />
      <circle cx={24 + (seed % 52)} cy={88 - (seed % 34)} r={34 + (seed % 17)} fill={moon} opacity="0.75" />
      <text x="50" y="63" textAnchor="middle" fontSize="36">
        {initials}
      </text>
    </svg>
  )
}
