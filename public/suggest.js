// Names for what has been typed so far. Enter without a choice asks for the words, as it does without this.
export function suggest(field) {
  const list = document.createElement('ul')
  list.id = 'suggestions'
  list.role = 'listbox'
  list.ariaLabel = 'Suggestions'
  list.hidden = true
  field.form.append(list)
  field.role = 'combobox'
  field.setAttribute('aria-controls', list.id)
  field.ariaAutoComplete = 'list'
  let hits = []
  let at = -1
  let wait

  function show(found, chosen = -1) {
    hits = found
    at = chosen
    list.replaceChildren(
      ...hits.map((hit, index) => {
        const option = document.createElement('li')
        const detail = document.createElement('small')
        option.id = `hit-${index}`
        option.role = 'option'
        option.ariaSelected = String(index === at)
        detail.textContent = hit.detail
        option.append(hit.name, ' ', detail)
        return option
      }),
    )
    list.hidden = hits.length === 0
    field.ariaExpanded = String(!list.hidden)
    if (at < 0) field.removeAttribute('aria-activedescendant')
    else field.setAttribute('aria-activedescendant', `hit-${at}`)
  }

  show([])
  field.addEventListener('input', () => {
    clearTimeout(wait)
    wait = setTimeout(async () => {
      const typed = field.value.trim()
      const answer =
        typed.length > 1 && (await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(typed)}`).catch(() => null))
      const found = answer?.ok ? await answer.json() : []
      if (typed === field.value.trim() && document.activeElement === field) show(found)
    }, 150)
  })
  field.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (list.hidden || event.isComposing) return
    if (step) show(hits, ((at + step + 1 + hits.length + 1) % (hits.length + 1)) - 1)
    else if (event.key === 'Escape') show([])
    else if (event.key === 'Enter' && at >= 0) location.assign(hits[at].path)
    else return
    event.preventDefault()
  })
  field.addEventListener('blur', () => show([]))
  list.addEventListener('pointerdown', event => event.preventDefault())
  list.addEventListener('click', event => {
    const option = event.target.closest('li')
    if (option) location.assign(hits[option.id.slice(4)].path)
  })
}
