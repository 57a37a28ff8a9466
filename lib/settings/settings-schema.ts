import { z } from 'zod'
import { nameLine } from '#lib/forms/text-schema.ts'
import { domainOf } from './domains.ts'

// The lists of the house, one entry to a line, as a form carries them.

const limits = { badges: 30, badge: 40, domains: 500 }

const lines = z.string().transform(text =>
  text
    .split(/\r?\n/)
    .map(entry => entry.trim())
    .filter(entry => entry !== ''),
)

/** Names of badges, best first. */
export const badgesSchema = lines
  .refine(names => names.length <= limits.badges, `At most ${limits.badges} badges.`)
  .pipe(z.array(nameLine(limits.badge, 'A badge has a name.')))
  .refine(isUnique, 'A badge stands there twice.')

/** Domains as browsers compare them, in the order of the alphabet. */
export const affiliateDomainsSchema = lines
  .refine(typed => typed.length <= limits.domains, `At most ${limits.domains} domains.`)
  .transform((typed, context) => {
    const domains = typed.map(entry => domainOf(entry))
    const wrong = typed.find((_, index) => domains[index] === null)
    if (wrong !== undefined) {
      context.addIssue({
        code: 'custom',
        message: `“${wrong.slice(0, 80)}” is no domain. Write one such as shop.example to a line.`,
      })
      return z.NEVER
    }
    return [...new Set(domains.flatMap(domain => domain ?? []))].sort()
  })

/** Which list is changed, to what, and as what it was seen. */
export const houseListSchema = z.discriminatedUnion('key', [
  z.strictObject({ key: z.literal('badges'), value: badgesSchema, seen: lines }),
  z.strictObject({ key: z.literal('affiliateDomains'), value: affiliateDomainsSchema, seen: lines }),
])

export type HouseListChange = z.infer<typeof houseListSchema>

function isUnique(names: string[]): boolean {
  return new Set(names.map(name => name.toLowerCase())).size === names.length
}
