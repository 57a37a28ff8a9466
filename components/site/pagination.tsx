import styles from './pagination.module.css'

/** Real links to the other pages of a listing; nothing where there is one page. */
export function Pagination({ page, pages, path }: { page: number; pages: number; path: string }) {
  if (pages < 2) return null
  const to = (target: number) => (target === 1 ? path : `${path}${path.includes('?') ? '&' : '?'}page=${target}`)
  return (
    <nav className={styles.pages} aria-label="Pages">
      {page > 1 && (
        <a href={to(page - 1)} rel="prev">
          Newer
        </a>
      )}
      <ol>
        {numbers(page, pages).map(number =>
          number === null ? (
            <li key={`gap-${pages}`}>…</li>
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
          Older
        </a>
      )}
    </nav>
  )
}

/** The first, the last and those around the present one; null is a gap. */
function numbers(page: number, pages: number): (number | null)[] {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])]
    .filter(number => number >= 1 && number <= pages)
    .sort((a, b) => a - b)
  return shown.flatMap((number, index) =>
    index > 0 && number - (shown[index - 1] ?? 0) > 1 ? [null, number] : [number],
  )
}
