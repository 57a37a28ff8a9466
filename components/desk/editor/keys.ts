/** "⌘⇧X" on a Mac, "Ctrl+Shift+X" elsewhere, for keys written as "Mod+Shift+X". */
export function keysText(keys: string): string {
  const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
  if (!isMac) return keys.replace('Mod', 'Ctrl')
  const signs: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
  return keys
    .split('+')
    .map(key => signs[key] ?? key)
    .join('')
}
