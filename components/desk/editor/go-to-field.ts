import type { ReviewField } from '#lib/reviews/compare.ts'

const showPanel = 'out-of-five:show-panel'

/** Brings a field on the screen and the cursor into it. Fields of the side panel open it first, where it is closed. */
export function goToField(field: ReviewField): void {
  // After a dialog has given the focus back.
  setTimeout(() => {
    const place = document.getElementById(`field-${field}`)
    if (!place) return
    if (place.closest('#details')) window.dispatchEvent(new Event(showPanel))
    for (let parent = place.closest('details'); parent; parent = parent.parentElement?.closest('details') ?? null)
      parent.open = true
    requestAnimationFrame(() => {
      const control = place.matches('input, textarea, [contenteditable], [tabindex="0"]')
        ? place
        : place.querySelector<HTMLElement>('input:not([hidden]), textarea, select, button')
      place.scrollIntoView({
        block: 'center',
        behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
      })
      control?.focus({ preventScroll: true })
    })
  }, 60)
}

/** Calls back when somebody wants to see a field of the side panel. Returns the way to stop. */
export function onShowPanel(listener: () => void): () => void {
  window.addEventListener(showPanel, listener)
  return () => window.removeEventListener(showPanel, listener)
}
