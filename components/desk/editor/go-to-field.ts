import { afterClosing } from '#components/desk/asked.ts'
import type { ReviewField } from '#lib/reviews/compare.ts'

const panelEvent = 'out-of-five:show-panel'
const textEvent = 'out-of-five:show-text'

/**
 * Brings a field on the screen and the cursor into it, or selects some of its characters. Fields of the side panel open it first, where
 * it is closed.
 */
export function goToField(field: ReviewField | 'timing', characters?: { from: number; to: number }): void {
  afterClosing(() => whenThere(`field-${field}`, place => show(place, field, characters)))
}

/** What stands beside the text comes after it: an address may lead there before it has come. */
function whenThere(id: string, then: (place: HTMLElement) => void, tries = 100): void {
  const place = document.getElementById(id)
  if (place) then(place)
  else if (tries > 0) setTimeout(() => whenThere(id, then, tries - 1), 50)
}

function show(place: HTMLElement, field: ReviewField | 'timing', characters?: { from: number; to: number }): void {
  window.dispatchEvent(new CustomEvent(place.closest('#details') ? panelEvent : textEvent, { detail: field }))
  for (let parent = place.closest('details'); parent; parent = parent.parentElement?.closest('details') ?? null)
    parent.open = true
  requestAnimationFrame(() => {
    const control = place.matches('input, textarea, [contenteditable], [tabindex="0"]')
      ? place
      : place.querySelector<HTMLElement>('summary, input:not([hidden]), textarea, select, button')
    place.scrollIntoView({
      block: 'center',
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    })
    control?.focus({ preventScroll: true })
    if (characters && (control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement))
      control.setSelectionRange(characters.from, characters.to)
  })
}

/** Opens the outline of the text, and puts the focus into it. */
export function showOutline(): void {
  window.dispatchEvent(new CustomEvent(panelEvent, { detail: 'outline' }))
}

/** Opens the notes beside the text. */
export function showNotes(): void {
  window.dispatchEvent(new CustomEvent(panelEvent, { detail: 'notes' }))
}

/** Takes the side panel away where it covers the text. */
export function showText(): void {
  window.dispatchEvent(new CustomEvent(textEvent, { detail: 'body' }))
}

/** The same; `then` is called when the text can be seen. */
export function uncoverText(then: () => void): void {
  showText()
  requestAnimationFrame(() => requestAnimationFrame(then))
}

/** Calls back, with its name, when somebody wants to see a field of the side panel. Returns the way to stop. */
export function onShowPanel(listener: (field: string) => void): () => void {
  return listen(panelEvent, listener)
}

/** The same for a field that stands with the text, which the panel covers on a narrow screen. */
export function onShowText(listener: (field: string) => void): () => void {
  return listen(textEvent, listener)
}

function listen(name: string, listener: (field: string) => void): () => void {
  const hear = (event: Event) => listener(event instanceof CustomEvent ? String(event.detail) : '')
  window.addEventListener(name, hear)
  return () => window.removeEventListener(name, hear)
}
