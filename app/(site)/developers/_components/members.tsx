import type { Member } from '#lib/api/reference.ts'
import styles from './developers.module.css'

/** Parameters, or what a shape has: the name, what it is, and what it says. */
export function Members({ members, isAsked = false }: { members: Member[]; isAsked?: boolean }) {
  return (
    <dl className={styles.members}>
      {members.map(({ name, type, shape, description, isRequired }) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
            {isAsked && isRequired && <span className={styles.needed}>needed</span>}
            {!isAsked && !isRequired && <span className={styles.needed}>not always</span>}
          </dt>
          <dd>
            {description && <>{description} </>}
            <span className={styles.type}>{shape ? <ShapeLink type={type} shape={shape} /> : type}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** "list of Ref or null", with the way to what a Ref is. */
function ShapeLink({ type, shape }: { type: string; shape: string }) {
  const [before = '', after = ''] = type.split(shape)
  return (
    <>
      {before}
      <a href={`#${shape}`}>{shape}</a>
      {after}
    </>
  )
}
