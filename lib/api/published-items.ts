import { type AddressedNoun, isSlug, pathOf } from '#lib/addresses/addresses.ts'
import { resolveAddress } from '#lib/addresses/published.ts'
import type { Outcome } from './operation.ts'

/**
 * What is called so, as its page would answer: it, where it has moved, that it was withdrawn, or that there never was such a thing.
 * `read` is asked only for what is live.
 */
export async function findItem(
  noun: Exclude<AddressedNoun, 'archive'>,
  slug: string,
  read: (slug: string) => Promise<unknown>,
): Promise<Outcome | { is: 'item'; item: unknown }> {
  const address = isSlug(slug) ? await resolveAddress(pathOf(noun, slug)) : null
  if (address?.state === 'moved' && address.target) return { is: 'moved', path: address.target }
  if (address?.state === 'gone')
    return { is: 'refused', problem: { name: 'withdrawn', detail: `The ${noun} “${slug}” was withdrawn.` } }
  const item = address ? await read(slug) : null
  return item === null ? unknownItem(noun, slug) : { is: 'item', item }
}

export function unknownItem(noun: string, name: string): Outcome {
  return { is: 'refused', problem: { name: 'unknown-address', detail: `There is no ${noun} “${name.slice(0, 120)}”.` } }
}
