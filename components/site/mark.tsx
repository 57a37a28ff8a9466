/** The publication's mark: five, as a die shows it, in the colours of the house. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="4.5" cy="4.5" r="4.5" fill="var(--coral)" />
      <circle cx="19.5" cy="4.5" r="4.5" fill="var(--mustard)" />
      <circle cx="12" cy="12" r="4.5" fill="currentColor" />
      <circle cx="4.5" cy="19.5" r="4.5" fill="var(--peach-deep)" />
      <circle cx="19.5" cy="19.5" r="4.5" fill="var(--tomato)" />
    </svg>
  )
}
