import Link from 'next/link'
import { type ReactNode, useId } from 'react'
import styles from './home-section.module.css'

/** One question that the home page answers. */
export function HomeSection(props: { title: string; link?: { href: string; label: string }; children: ReactNode }) {
  const { title, link, children } = props
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 className={styles.title} id={id}>
          {title}
        </h2>
        {link && <Link href={link.href}>{link.label}</Link>}
      </div>
      {children}
    </section>
  )
}
