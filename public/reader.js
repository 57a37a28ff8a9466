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

  // A form of selects answers at once; its button stays for everybody else.
  for (const form of document.querySelectorAll('form[data-instant]')) {
    form.addEventListener('submit', () => {
      for (const field of form.elements) if (field.name && !field.value) field.disabled = true
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

  // j and k go from review to review on pages that list them.
  addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest?.('input, select, textarea')) return
    const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
    const links = [...document.querySelectorAll('[data-review-link]')]
    if (!step || links.length === 0) return
    const at = links.indexOf(document.activeElement)
    links[Math.min(Math.max(at + step, 0), links.length - 1)].focus()
  })
}

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', ready)
else ready()
