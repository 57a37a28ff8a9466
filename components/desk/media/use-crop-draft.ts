'use client'
import { useState, useTransition } from 'react'
import type { LibraryPicture } from '#lib/media/library.ts'
import { type CropBox, type CropRatio, type Crops, cropRatios } from '#lib/media/pictures.ts'
import { isSameBox } from './crop-boxes.ts'
import { noAnswer, type PictureActions, type PictureChange } from './media-actions.ts'

/** What is set and not yet saved. A refusal takes nothing of it away. */
export function useCropDraft(
  picture: LibraryPicture,
  actions: Pick<PictureActions, 'focus' | 'crop'>,
  onSaved: (picture: LibraryPicture) => void,
) {
  const [own, setOwn] = useState<{ focal: LibraryPicture['focal'] | null; crops: Crops | null }>({
    focal: null,
    crops: null,
  })
  const [answer, setAnswer] = useState<PictureChange | null>(null)
  const [isSaving, start] = useTransition()
  const focal = own.focal ?? picture.focal
  const crops = own.crops ?? picture.crops
  const isFocalChanged = focal.x !== picture.focal.x || focal.y !== picture.focal.y
  const isCropChanged = cropRatios.some(ratio => !isSameBox(crops[ratio], picture.crops[ratio]))
  const set = (patch: Partial<typeof own>) => {
    setOwn(before => ({ ...before, ...patch }))
    setAnswer(null)
  }
  const send = async (): Promise<PictureChange> => {
    let version = picture.version
    let last: PictureChange = { ok: true, picture }
    const steps = [
      isFocalChanged && ((v: number) => actions.focus({ id: picture.id, version: v, ...focal })),
      isCropChanged && ((v: number) => actions.crop({ id: picture.id, version: v, crops })),
    ]
    for (const step of steps) {
      if (!step) continue
      last = await step(version).catch(() => noAnswer)
      if (last.picture) onSaved(last.picture)
      if (!last.ok) return last
      version = last.picture.version
    }
    return last
  }
  return {
    ...{ focal, crops, answer, isSaving, isChanged: isFocalChanged || isCropChanged },
    setFocal: (next: LibraryPicture['focal']) => set({ focal: next }),
    setCrop: (ratio: CropRatio, box: CropBox | null) => {
      const { [ratio]: _, ...others } = crops
      set({ crops: box ? { ...others, [ratio]: box } : others })
    },
    reset: () => set({ focal: null, crops: null }),
    save: () =>
      start(async () => {
        const outcome = await send()
        setAnswer(outcome)
        if (outcome.ok) setOwn({ focal: null, crops: null })
      }),
  }
}
