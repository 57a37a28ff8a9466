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
  if (field) import('/suggest.js').then(({ suggest }) => suggest(field))
}

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', ready)
else ready()
