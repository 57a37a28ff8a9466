/** "⌘⇧X" on a Mac, "Ctrl+Shift+X" elsewhere, for keys written as "Mod+Shift+X". */
export function keysText(keys: string): string {
  const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
  const arrows: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓' }
  if (!isMac)
    return keys
      .split('+')
      .map(key => (key === 'Mod' ? 'Ctrl' : (arrows[key] ?? key)))
      .join('+')
  const signs: Record<string, string> = { ...arrows, Backspace: '⌫', Mod: '⌘', Shift: '⇧', Alt: '⌥' }
  return keys
    .split('+')
    .map(key => signs[key] ?? key)
    .join('')
}
