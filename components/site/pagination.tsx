import styles from './pagination.module.css'

interface PaginationProps {
  page: number
  pages: number
  /** With the filters, without the page. */
  path: string
  /** What the pages before and after this one hold more of: "Newer" and "Older" unless told. */
  before?: string
  after?: string
}

/** Real links to the other pages of a listing; nothing where there is one page. */
export function Pagination({ page, pages, path, before = 'Newer', after = 'Older' }: PaginationProps) {
  if (pages < 2) return null
  const to = (target: number) => (target === 1 ? path : `${path}${path.includes('?') ? '&' : '?'}page=${target}`)
  return (
    <nav className={styles.pages} aria-label="Pages">
      {page > 1 && (
        <a href={to(page - 1)} rel="prev">
          {before}
        </a>
      )}
      <ol>
        {numbers(page, pages).map(number =>
          number < 0 ? (
            <li key={number}>…</li>
          ) : (
            <li key={number}>
              <a href={to(number)} aria-label={`Page ${number}`} aria-current={number === page ? 'page' : undefined}>
                {number}
              </a>
            </li>
          ),
        )}
      </ol>
      {page < pages && (
        <a href={to(page + 1)} rel="next">
          {after}
        </a>
      )}
    </nav>
  )
}

/** The first, the last and those around the present one; a negative number is the gap before that page. */
function numbers(page: number, pages: number): number[] {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])]
    .filter(number => number >= 1 && number <= pages)
    .sort((a, b) => a - b)
  return shown.flatMap((number, index) =>
    index > 0 && number - (shown[index - 1] ?? 0) > 1 ? [-number, number] : [number],
  )
}
