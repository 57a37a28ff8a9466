import type { Disclosure, ReviewDetails } from './details.ts'

// What readers are told about money, free things and favours, before anything else of the text.

const standard: Record<Disclosure, string> = {
  free_copy: 'What is reviewed here was given to us free of charge.',
  travel: 'The travel or lodging for this review was paid for by somebody else.',
  affiliate: 'We may earn something when you buy through a link on this page.',
}

const names: Record<Disclosure, string> = {
  free_copy: 'A free copy, ticket or loan',
  travel: 'Travel or lodging',
  affiliate: 'Affiliate links',
}

/** "A free copy, ticket or loan": what a disclosure is called at the desk. */
export function disclosureName(disclosure: Disclosure): string {
  return names[disclosure]
}

/** The sentence that readers get for a disclosure, where no other words are chosen. */
export function disclosureSentence(disclosure: Disclosure): string {
  return standard[disclosure]
}

interface Disclosed extends Pick<ReviewDetails, 'disclosures' | 'disclosureNote'> {
  /** Links of the text that earn money by the house's list of today; see `affiliateLinks`. */
  sponsored: readonly string[]
}

/**
 * What a review discloses, in words, wherever it is read: on its page, in a feed. The house's own words stand in place of the standard
 * sentences. Links that have come to earn money since (the list of affiliate domains has grown) are disclosed by themselves, because
 * no words written before can speak of them. Empty when there is nothing to say.
 */
export function disclosureText({ disclosures, disclosureNote, sponsored }: Disclosed): string {
  const note = disclosureNote.trim()
  const said = note === '' ? disclosures.map(disclosureSentence) : [note]
  const isUnsaid = sponsored.length > 0 && !disclosures.includes('affiliate')
  return [...said, ...(isUnsaid ? [disclosureSentence('affiliate')] : [])].join(' ')
}
