import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

export interface AxeOptions {
  /** Only what these say, such as "wcag2aa"; everything, best practice too, without them. */
  tags?: string[]
  /** Only these rules. */
  rules?: string[]
  /** Everything but these rules. */
  without?: string[]
}

/**
 * What axe finds wrong with a page, a line each. Not looked at: frames, which are pages of their own and may run no script; and where React
 * Aria speaks to screen readers, which for some seconds names elements of the page before.
 */
export async function faultsOf(page: Page, { tags, rules, without }: AxeOptions = {}): Promise<string[]> {
  // The other mode opens a page of its own for every look, which takes longer than looking.
  let axe = new AxeBuilder({ page }).setLegacyMode().exclude('[data-live-announcer]').exclude('iframe')
  if (tags) axe = axe.withTags(tags)
  if (rules) axe = axe.withRules(rules)
  if (without) axe = axe.disableRules(without)
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}
