import type { Picture } from '#lib/media/pictures.ts'

/** Sides of the squares that an icon is made in: tabs, iPhones, and the two that Android asks for. */
export const iconSizes = [32, 180, 192, 512] as const
export type IconSize = (typeof iconSizes)[number]

/** `maskable`: with room around it, since Android cuts it to a shape of its own. */
export type IconForm = 'plain' | 'maskable'

/** "/icons/logo-abc123-180.png", "/icons/logo-abc123-maskable-512.png": another picture has another name, so it can be kept for ever. */
export function iconPath({ name }: Pick<Picture, 'name'>, size: IconSize, form: IconForm = 'plain'): string {
  return `/icons/${name}-${form === 'maskable' ? 'maskable-' : ''}${size}.png`
}

/** Which icon a file's name asks for, or null. */
export function iconAt(file: string): { name: string; size: IconSize; form: IconForm } | null {
  const [, name, masked, written] = /^([a-z0-9-]{1,200}?)-(maskable-)?(\d+)\.png$/.exec(file) ?? []
  const size = iconSizes.find(each => String(each) === written)
  return name && size ? { name, size, form: masked ? 'maskable' : 'plain' } : null
}
