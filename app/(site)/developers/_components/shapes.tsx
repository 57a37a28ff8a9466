import type { Shape } from '#lib/api/reference.ts'
import styles from './developers.module.css'
import { Members } from './members.tsx'

/** What answers are made of, each with its members. */
export function Shapes({ shapes }: { shapes: Shape[] }) {
  return (
    <div className={styles.shapes}>
      {shapes.map(({ name, description, extended, members }) => (
        <div key={name} id={name}>
          <h3 id={`name-${name}`}>{name}</h3>
          <p>
            {description}
            {extended && (
              <>
                {' '}
                It has all that a <a href={`#${extended}`}>{extended}</a> has, and:
              </>
            )}
          </p>
          <Members members={members} />
        </div>
      ))}
    </div>
  )
}
