import { freeSlug } from '#lib/addresses/commands.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { sortName } from '#lib/people/people.ts'

// People and addresses that a work needs, made within the transaction that writes it.

type Tx = Prisma.TransactionClient

/** A credit's person: a known one, somebody new (null), or (undefined) the only known one of the name. */
interface Credited {
  name: string
  personId?: string | null
}

/** The person of each credit, in order; the same new name twice is one person. Null when one that was chosen does not exist. */
export async function peopleOf(tx: Tx, credits: Credited[]): Promise<string[] | null> {
  const chosen = [...new Set(credits.flatMap(credit => credit.personId ?? []))]
  const there = await tx.person.count({ where: { id: { in: chosen }, mergedIntoId: null, trashedAt: null } })
  if (there < chosen.length) return null
  const made = new Map<string, string>()
  const ids: string[] = []
  for (const { name, personId } of credits) {
    const id = personId ?? made.get(name) ?? (await personOf(tx, name, personId))
    if (!personId) made.set(name, id)
    ids.push(id)
  }
  return ids
}

/** The only one of this name, unless it was said (null) that it is somebody else; then, and when there are several, a new person. */
async function personOf(tx: Tx, name: string, said: null | undefined | string): Promise<string> {
  const known =
    said === null
      ? []
      : await tx.person.findMany({
          where: { name, mergedIntoId: null, trashedAt: null },
          select: { id: true },
          take: 2,
        })
  const [only, another] = known
  return only && !another ? only.id : createPerson(tx, name)
}

async function createPerson(tx: Tx, name: string): Promise<string> {
  const slug = await freeSlug(tx, 'person', name)
  const { id } = await tx.person.create({ data: { name, slug, sortName: sortName(name) }, select: { id: true } })
  return id
}
