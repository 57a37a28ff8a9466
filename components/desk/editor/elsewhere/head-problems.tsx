'use client'
import Link from 'next/link'
import type { HeadProblem } from '#lib/markup/head.ts'
import type { ReviewField } from '#lib/reviews/compare.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import { goToField } from '../go-to-field.ts'
import styles from './elsewhere.module.css'

/** What machines will miss or cut, in words; each leads to where it is mended. */
export function HeadProblems({ problems, draft }: { problems: HeadProblem[]; draft: ReviewContent }) {
  if (problems.length === 0) return <p className={styles.good}>Nothing is missing, and nothing is too long.</p>
  return (
    <ul className={styles.problems}>
      {problems.map(problem => (
        <li key={problem.problem}>
          {problem.problem} <Remedy problem={problem} draft={draft} />
        </li>
      ))}
    </ul>
  )
}

function Remedy({ problem: { part, remedy }, draft }: { problem: HeadProblem; draft: ReviewContent }) {
  if (part === 'work' && draft.workId) return <Link href={`/desk/works/${draft.workId}`}>{remedy}</Link>
  const field = fieldOf(part, draft)
  if (!field) return remedy
  return (
    <button type="button" onClick={() => goToField(field)}>
      {remedy}
    </button>
  )
}

function fieldOf(part: HeadProblem['part'], draft: ReviewContent): ReviewField | null {
  if (part === 'title') return draft.title === '' ? 'title' : 'searchTitle'
  if (part === 'description') return draft.standfirst === '' ? 'standfirst' : 'searchDescription'
  if (part === 'picture') return draft.imageId === null || draft.imageAlt !== '' ? 'imageId' : 'imageAlt'
  if (part === 'work') return 'workId'
  return part === 'points' ? 'pros' : null
}
