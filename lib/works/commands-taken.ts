import { pathOf } from '#lib/addresses/addresses.ts'
import { isFreeSlug } from '#lib/addresses/commands.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { type ExternalId, formProblem, type IdSubject, schemeName } from './external-ids.ts'

// What a work or a person cannot have because another has it: an address, an id in a catalogue.

type Tx = Prisma.TransactionClient

/** Why not, and whose it is where that can be said: "Her (2013)", and its page at the desk. */
export interface Taken {
  problem: string
  holder?: { name: string; path: string }
}

interface Owner {
  noun: 'work' | 'person'
  id: string
}

const another = { work: 'another work', person: 'somebody else' } as const

export const holderSelect = { id: true, title: true, releaseYear: true } satisfies Prisma.WorkSelect

/** A work as it is named to whoever wants what it has. */
export function holderOf(work: {
  id: string
  title: string
  releaseYear: number | null
}): NonNullable<Taken['holder']> {
  const year = work.releaseYear === null ? '' : ` (${work.releaseYear})`
  return { name: `${work.title}${year}`, path: `/desk${pathOf('work', work.id)}` }
}

/** Why the address cannot be this one's; null when it can. */
export async function slugTaken(tx: Tx, { noun, id }: Owner, slug: string): Promise<Taken | null> {
  if (await isFreeSlug(tx, noun, slug, id)) return null
  const holder = noun === 'work' ? await workWith(tx, slug) : await personWith(tx, slug)
  return !holder || holder.id === id
    ? { problem: `This address has led to ${another[noun]} before, and still does. Choose another one.` }
    : { problem: `This address belongs to ${another[noun]}.`, holder: holder.as }
}

/** Why an id cannot be this one's: its form, twice the same, or another's; null when all can. */
export async function idsTaken(
  tx: Tx,
  { noun, id }: Owner,
  kind: IdSubject,
  externalIds: ExternalId[],
): Promise<Taken | null> {
  const seen = new Set<string>()
  for (const external of externalIds) {
    const name = `${schemeName(external.scheme)} ${external.value}`
    const problem = formProblem(external, kind)
    if (problem) return { problem }
    if (seen.has(name)) return { problem: `${name} stands there twice. Take one away.` }
    seen.add(name)
    const taken = await tx.externalId.findUnique({
      where: { scheme_value: external },
      select: { work: { select: holderSelect }, person: { select: { id: true, name: true } } },
    })
    if (taken?.work && taken.work.id !== id)
      return {
        problem: `${name} belongs to ${noun === 'work' ? another.work : 'a work'}.`,
        holder: holderOf(taken.work),
      }
    if (taken?.person && taken.person.id !== id)
      return {
        problem: `${name} belongs to ${noun === 'person' ? another.person : 'somebody'}.`,
        holder: personHolder(taken.person),
      }
  }
  return null
}

async function workWith(tx: Tx, slug: string) {
  const work = await tx.work.findUnique({ where: { slug }, select: holderSelect })
  return work && { id: work.id, as: holderOf(work) }
}

async function personWith(tx: Tx, slug: string) {
  const person = await tx.person.findUnique({ where: { slug }, select: { id: true, name: true } })
  return person && { id: person.id, as: personHolder(person) }
}

function personHolder({ id, name }: { id: string; name: string }) {
  return { name, path: `/desk${pathOf('person', id)}` }
}
