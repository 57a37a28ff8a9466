import NextLink from 'next/link'
import styles from './pagination.module.css'

export interface PaginationProps {
  page: number
  pages: number
  /** The address of a page. */
  hrefOf: (page: number) => string
  /** What is paged through, for screen readers: "Pages of reviews". */
  label: string
}

/** Numbered pages as real links: the first, the last, and those around the present one. Nothing when there is one page. */
export function Pagination({ page, pages, hrefOf, label }: PaginationProps) {
  if (pages <= 1) return null
  return (
    <nav aria-label={label} className={styles.pagination}>
      {page > 1 && (
        <NextLink className={styles.step} href={hrefOf(page - 1)} rel="prev">
          Previous
        </NextLink>
      )}
      <ol className={styles.pages}>
        {shownPages(page, pages).map((number, index, shown) => (
          <li key={number} className={number - (shown[index - 1] ?? number) > 1 ? styles.afterGap : undefined}>
            <NextLink
              href={hrefOf(number)}
              className={styles.page}
              aria-label={`Page ${number}`}
              aria-current={number === page ? 'page' : undefined}
            >
              {number}
            </NextLink>
          </li>
        ))}
      </ol>
      {page < pages && (
        <NextLink className={styles.step} href={hrefOf(page + 1)} rel="next">
          Next
        </NextLink>
      )}
    </nav>
  )
}

function shownPages(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages].filter(number => number >= 1 && number <= pages)
  return [...new Set(near)].sort((a, b) => a - b)
}
