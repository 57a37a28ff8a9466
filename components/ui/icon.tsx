import styles from './icon.module.css'

// Drawn on a grid of 20, with one stroke, so that they sit in a line of text like its letters.
const paths = {
  alert: 'M10 3.5 17.5 16.5h-15ZM10 8v4M10 14.2v.1',
  arrowRight: 'M4 10h12M11 5l5 5-5 5',
  back: 'M16 10H4M9 5l-5 5 5 5',
  check: 'M4 10.5 8 14.5 16 5.5',
  chevronDown: 'M5 8l5 5 5-5',
  close: 'M5 5l10 10M15 5 5 15',
  help: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM8 8a2 2 0 1 1 3.2 1.6c-.8.6-1.2 1-1.2 1.9M10 13.6v.1',
  history: 'M3.5 10a6.5 6.5 0 1 0 2-4.7L3.5 7M3.5 3.5V7H7M10 6.5V10l2.5 2',
  image: 'M3 4h14v12H3ZM3 13l4-4 4 4 2.5-2.5L17 14M13 7.5v.1',
  more: 'M4.5 10v.1M10 10v.1M15.5 10v.1',
  open: 'M11 4h5v5M16 4 9 11M14 11.5V16H4V6h4.5',
  pen: 'M4 16l.8-3.4L13.5 4l2.5 2.5-8.6 8.7ZM11.7 5.8l2.5 2.5',
  person: 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 16.5c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5',
  plus: 'M10 4v12M4 10h12',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4',
  signOut: 'M8 4H4v12h4M8 10h9M13.5 6.5 17 10l-3.5 3.5',
} as const
export type IconName = keyof typeof paths

/** A small drawing beside words, or inside a button with a label of its own. Screen readers do not meet it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
