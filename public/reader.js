// All the script that a reader's page has. Nothing depends on it.

// The theme: as the device says, unless the reader chose otherwise here before.
const key = 'theme'
const root = document.documentElement

function stored() {
  try {
    return localStorage.getItem(key)
  } catch {
    return null // Storage may be forbidden: then the device decides.
  }
}

function apply(choice) {
  if (choice === 'light' || choice === 'dark') root.dataset.theme = choice
  else delete root.dataset.theme
  for (const button of document.querySelectorAll('[data-theme-choice]')) {
    button.setAttribute('aria-pressed', String(button.dataset.themeChoice === (choice ?? 'auto')))
  }
}

apply(stored())

addEventListener('storage', event => event.key === key && apply(event.newValue))

function ready() {
  const themes = document.querySelector('[data-themes]')
  if (themes) {
    themes.hidden = false
    apply(stored())
    themes.addEventListener('click', event => {
      const choice = event.target.closest?.('[data-theme-choice]')?.dataset.themeChoice
      if (!choice) return
      try {
        if (choice === 'auto') localStorage.removeItem(key)
        else localStorage.setItem(key, choice)
      } catch {
        // It holds for this page, then.
      }
      apply(choice)
    })
  }

  // An address names only what was chosen.
  for (const form of document.querySelectorAll('form[data-brief]')) {
    form.addEventListener('formdata', ({ formData }) => {
      for (const [name, value] of [...formData]) if (!value) formData.delete(name)
    })
  }

  // On paper, what is folded is unfolded.
  const opened = []
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details:not([open])')) {
      details.open = true
      opened.push(details)
    }
  })
  addEventListener('afterprint', () => {
    for (const details of opened.splice(0)) details.open = false
  })

  // From one review of a list, j and k go to the next and the one before. Only from there: keys of one letter that work anywhere
  // get in the way of people who speak to their browser (WCAG 2.1.4).
  addEventListener('keydown', event => {
    const step = { j: 1, k: -1 }[event.key]
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return
    const links = [...document.querySelectorAll('[data-review-link]')]
    const at = links.indexOf(document.activeElement)
    if (at >= 0) links[at + step]?.focus()
  })

  const field = document.querySelector('[data-suggest]')
  if (field) suggest(field)
}

// Names for what has been typed so far. Enter without a choice asks for the words, as it does without this.
function suggest(field) {
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

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', ready)
else ready()
