/** One page of each kind that readers see, of the demo publication. */
export const publicPages = [
  ['home', '/'],
  ['review', '/reviews/her'],
  ['review with a spoiler block', '/reviews/arrival'],
  ['review scored in letters', '/reviews/piranesi'],
  ['review scored in decimals', '/reviews/tusk'],
  ['review with a verdict', '/reviews/the-encounter'],
  ['review that is not scored', '/reviews/s-town'],
  ['review scored zero', '/reviews/cats'],
  ['re-review', '/reviews/under-the-skin-again'],
  ['listing', '/reviews'],
  ['second page of the listing', '/reviews?page=2'],
  ['filtered listing', '/reviews?kind=film&rating=80'],
  ['work', '/works/her'],
  ['series', '/works/severance'],
  ['person', '/people/scarlett-johansson'],
  ['group', '/people/arcade-fire'],
  ['critics', '/critics'],
  ['critic', '/critics/rosalind-petrakis'],
  ['section', '/sections/film'],
  ['topic', '/topics/artificial-intelligence'],
  ['lists', '/lists'],
  ['list', '/lists/machines-with-feelings'],
  ['archive', '/archive'],
  ['year', '/archive/2014'],
  ['about', '/about'],
] as const

/** Paths that are not there. */
export const missingPages = [
  '/nowhere',
  '/reviews/nowhere',
  '/works/nowhere',
  '/archive/1999',
  '/people/nobody',
] as const
