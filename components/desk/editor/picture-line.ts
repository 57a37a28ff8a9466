/** The line that stands in the text while a picture is on its way: how far it is, and a way to stop it. No React: the text draws it. */
export function pictureLine(name: string, stop: () => void): { element: HTMLElement; say: (part: number) => void } {
  const element = document.createElement('span')
  element.className = 'upload-placeholder'
  element.contentEditable = 'false'
  const words = document.createElement('span')
  words.setAttribute('role', 'status')
  words.textContent = `Taking in ${name}…`
  const bar = document.createElement('progress')
  bar.setAttribute('aria-label', name)
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'Stop'
  button.setAttribute('aria-label', `Stop taking in ${name}`)
  button.addEventListener('click', stop)
  element.append(words, bar, button)
  let told = 0
  return {
    element,
    say(part) {
      bar.value = part
      // Screen readers are told a few times, not at every percent.
      if (part < 1 && part - told < 0.25) return
      told = part
      words.textContent = part < 1 ? `Uploading ${name}: ${Math.round(part * 100)} %` : `Making ${name} ready…`
    },
  }
}
