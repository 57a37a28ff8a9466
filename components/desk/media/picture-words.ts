import type { LibraryPicture } from '#lib/media/library.ts'

/** What a picture is called at the desk: its title, or what its file is called. */
export function pictureName({ title, name }: Pick<LibraryPicture, 'title' | 'name'>): string {
  return title.replace(/\.(jpe?g|png|webp|gif)$/i, '') || name.replace(/-[0-9a-f]{12}$/, '').replaceAll('-', ' ')
}

/** What is still missing or not right with a picture, in few words; empty when all is well. */
export function pictureLack({ status, progress, alt, isDecorative, credit }: LibraryPicture): string {
  if (status === 'failed') return 'Failed'
  if (status === 'making') return `Being made, ${progress} %`
  const lacks = [alt === '' && !isDecorative && 'description', credit === '' && 'credit'].filter(Boolean)
  return lacks.length > 0 ? `No ${lacks.join(', no ')}` : ''
}
