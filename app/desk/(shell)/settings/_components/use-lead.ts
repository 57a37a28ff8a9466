'use client'
import { useState } from 'react'
import type { ComboBoxItem } from '#components/ui/combo-box.tsx'

/** The review whose id is chosen, with its name: as the page knows it, or as it was found since. */
export function useLead(
  id: string | null,
  stored: ComboBoxItem | null,
): [ComboBoxItem | null, (found: ComboBoxItem | null) => void] {
  const [found, setFound] = useState<ComboBoxItem | null>(null)
  const known = [stored, found].find(item => item?.id === id) ?? null
  return [id === null ? null : known, setFound]
}
