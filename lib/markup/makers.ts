import type { MusicGroupLeaf, OrganizationLeaf, PerformanceRoleLeaf, PersonLeaf } from 'schema-dts'
import type { CreditLine, CreditRole } from '#lib/works/works.ts'

type Maker = CreditLine['people'][number]

/** Hands out the credits by role, each once: what no property took is left for `rest`, which has to be asked last. */
export class Makers {
  readonly #siteUrl: string
  #left: CreditLine[]

  constructor(credits: CreditLine[], siteUrl: string) {
    this.#left = credits
    this.#siteUrl = siteUrl
  }

  all(...roles: CreditRole[]): (PersonLeaf | OrganizationLeaf)[] | undefined {
    return listed(this.#take(roles).map(maker => this.#somebody(maker)))
  }

  /** Where schema.org takes persons only. A group that did it is still named: as a contributor. */
  people(...roles: CreditRole[]): PersonLeaf[] | undefined {
    const persons = this.#take(roles, maker => maker.kind === 'person')
    return listed(persons.map(maker => this.#person(maker)))
  }

  groups(...roles: CreditRole[]): OrganizationLeaf[] | undefined {
    const groups = this.#take(roles, maker => maker.kind === 'group')
    return listed(groups.map(maker => ({ '@type': 'Organization', ...this.#named(maker) })))
  }

  /** Of music. */
  players(...roles: CreditRole[]): (PersonLeaf | MusicGroupLeaf)[] | undefined {
    return listed(
      this.#take(roles).map(maker =>
        maker.kind === 'group' ? { '@type': 'MusicGroup', ...this.#named(maker) } : this.#person(maker),
      ),
    )
  }

  /** Who is seen or heard, and as whom. */
  cast(): (PersonLeaf | PerformanceRoleLeaf<PersonLeaf, 'actor'>)[] | undefined {
    const cast = this.#take(['actor', 'voice', 'performer', 'narrator'], maker => maker.kind === 'person')
    return listed(
      cast.map(maker =>
        maker.character === null
          ? this.#person(maker)
          : { '@type': 'PerformanceRole', actor: this.#person(maker), characterName: maker.character },
      ),
    )
  }

  rest(): (PersonLeaf | OrganizationLeaf)[] | undefined {
    const makers = this.#left.flatMap(line => line.people)
    const once = [...new Map(makers.map(maker => [maker.id, maker])).values()]
    return listed(once.map(maker => this.#somebody(maker)))
  }

  #take(roles: CreditRole[], fits: (maker: Maker) => boolean = () => true): Maker[] {
    const taken = roles.flatMap(role => this.#left.filter(line => line.role === role).flatMap(line => line.people))
    this.#left = this.#left.map(line =>
      roles.includes(line.role) ? { ...line, people: line.people.filter(maker => !fits(maker)) } : line,
    )
    return taken.filter(fits)
  }

  #somebody(maker: Maker): PersonLeaf | OrganizationLeaf {
    return maker.kind === 'group' ? { '@type': 'Organization', ...this.#named(maker) } : this.#person(maker)
  }

  #person(maker: Maker): PersonLeaf {
    return { '@type': 'Person', ...this.#named(maker) }
  }

  #named({ name, path }: Maker): { name: string; url: string | undefined } {
    return { name, url: path === null ? undefined : this.#siteUrl + path }
  }
}

/** A list that is left out where there is nothing in it. */
export function listed<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined
}
