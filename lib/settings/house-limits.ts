/** How many entries a menu has and how long one is called, how many parts a front page has, how many characters a text of the house has. */
export const houseLimits = { menu: 20, label: 40, blocks: 24, text: 20_000 } as const
