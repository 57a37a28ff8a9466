import type { ReviewField } from '#lib/reviews/compare.ts'

const showPanel = 'out-of-five:show-panel'
const showText = 'out-of-five:show-text'

/** Brings a field on the screen and the cursor into it. Fields of the side panel open it first, where it is closed. */
export function goToField(field: ReviewField): void {
  // After a dialog has given the focus back.
  setTimeout(() => {
    const place = document.getElementById(`field-${field}`)
    if (!place) return
    window.dispatchEvent(new CustomEvent(place.closest('#details') ? showPanel : showText, { detail: field }))
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

/** Calls back, with its name, when somebody wants to see a field of the side panel. Returns the way to stop. */
export function onShowPanel(listener: (field: string) => void): () => void {
  return listen(showPanel, listener)
}

/** The same for a field that stands with the text, which the panel covers on a narrow screen. */
export function onShowText(listener: (field: string) => void): () => void {
  return listen(showText, listener)
}

function listen(name: string, listener: (field: string) => void): () => void {
  const hear = (event: Event) => listener(event instanceof CustomEvent ? String(event.detail) : '')
  window.addEventListener(name, hear)
  return () => window.removeEventListener(name, hear)
}
