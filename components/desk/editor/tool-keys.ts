'use client'
import { useEffect } from 'react'
import { makeAsked } from '#components/desk/asked.ts'

/** What helps while writing, and is asked for from the bar, the menu or a key. */
export type Tool = (typeof tools)[number]
const tools = ['find', 'replace', 'outline', 'focus', 'preview', 'next-tk', 'previous-tk', 'keep'] as const

/** As React Aria and ProseMirror write them, for the menu and the help. */
export const toolKeys: Record<Tool, string> = {
  find: 'Mod+F',
  replace: 'Mod+Shift+F',
  outline: 'Mod+Shift+O',
  focus: 'F9',
  preview: 'Mod+Alt+P',
  'next-tk': 'F8',
  'previous-tk': 'Shift+F8',
  keep: 'Mod+Shift+S',
}

const asked = makeAsked('tool', tools)
export const askFor = asked.ask

/** Calls back when one of these is asked for. Returns the way to stop. */
export function onAsked(these: readonly Tool[], listener: (tool: Tool) => void): () => void {
  return asked.onAsked(tool => these.includes(tool) && listener(tool))
}

/** The keys of the tools work wherever the cursor is, but over a dialog. */
export function useToolKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const tool = toolOf(event)
      if (!tool || document.querySelector('[role="dialog"][data-rac], [role="alertdialog"]')) return
      event.preventDefault()
      event.stopPropagation()
      askFor(tool)
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [])
}

function toolOf(event: KeyboardEvent): Tool | null {
  // AltGr writes letters on many keyboards, and says that Control and Alt are pressed.
  if (event.getModifierState('AltGraph')) return null
  const isMod = event.ctrlKey || event.metaKey
  if (event.key === 'F9' && !isMod && !event.altKey && !event.shiftKey) return 'focus'
  if (event.key === 'F8' && !isMod && !event.altKey) return event.shiftKey ? 'previous-tk' : 'next-tk'
  if (!isMod) return null
  // With Alt it makes a footnote.
  if (event.code === 'KeyF') return event.altKey ? null : event.shiftKey ? 'replace' : 'find'
  if (event.code === 'KeyS' && event.shiftKey && !event.altKey) return 'keep'
  if (event.code === 'KeyO' && event.shiftKey && !event.altKey) return 'outline'
  return event.code === 'KeyP' && event.altKey && !event.shiftKey ? 'preview' : null
}
