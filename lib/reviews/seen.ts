import type { WorkKind } from '#lib/works/works.ts'
import { type ReviewDetails, type SeenHow, seenWays } from './details.ts'

// How a critic came to a work, in words: "Played on a review copy · version 1.3 · on PlayStation 5 · 19 hours, most of them lost".

type Verb = 'Seen' | 'Read' | 'Heard' | 'Played' | 'Used' | 'Visited'

const verbs: Partial<Record<WorkKind, Verb>> = {
  book: 'Read',
  album: 'Heard',
  track: 'Heard',
  podcast: 'Heard',
  game: 'Played',
  app: 'Used',
  product: 'Used',
  restaurant: 'Visited',
}

const ways: Record<SeenHow, { choice: string; after: string }> = {
  cinema: { choice: 'At the cinema', after: 'at the cinema' },
  screening: { choice: 'At a press screening', after: 'at a press screening' },
  festival: { choice: 'At a festival', after: 'at a festival' },
  screener: { choice: 'From a screener or an advance stream', after: 'from a screener' },
  broadcast: { choice: 'As it was broadcast', after: 'as it was broadcast' },
  stream: { choice: 'On a streaming service', after: 'on a streaming service' },
  disc: { choice: 'On disc', after: 'on disc' },
  performance: { choice: 'At a performance', after: 'at a performance' },
  visit: { choice: 'On a visit', after: 'on a visit' },
  bought: { choice: 'We paid for it', after: 'and paid for by us' },
  borrowed: { choice: 'Borrowed', after: 'on loan' },
  review_copy: { choice: 'A review copy', after: 'from a review copy' },
}

/** Where the plain phrase would read oddly after the verb of a kind. */
const exceptions: Partial<Record<Verb, Partial<Record<SeenHow, string>>>> = {
  Read: { review_copy: 'in a review copy', borrowed: 'in a borrowed copy', bought: 'in a copy that we bought' },
  Played: { review_copy: 'on a review copy', borrowed: 'on a borrowed copy', bought: 'on a copy that we bought' },
  Heard: { review_copy: 'from an advance copy', borrowed: 'on a borrowed copy', bought: 'on a copy that we bought' },
  Seen: { review_copy: 'on a review copy', borrowed: 'on a borrowed copy', bought: 'on a copy that we bought' },
  Used: { review_copy: 'on loan from its makers', borrowed: 'on loan', bought: 'after buying one' },
  Visited: { visit: 'in person', bought: 'and paid for by us' },
}

const screens: SeenHow[] = [
  'cinema',
  'screening',
  'festival',
  'screener',
  'broadcast',
  'stream',
  'disc',
  'bought',
  'borrowed',
  'review_copy',
]
const things: SeenHow[] = ['review_copy', 'bought', 'borrowed']
const stages: SeenHow[] = ['performance', 'festival', 'visit', 'screening', 'broadcast', 'stream', 'disc']

/** What can be said of a thing of each kind at all; of what is not named here, `screens`. */
const waysByKind: Partial<Record<WorkKind, SeenHow[]>> = {
  album: ['stream', 'disc', 'performance', 'broadcast', ...things],
  track: ['stream', 'disc', 'performance', 'broadcast', ...things],
  podcast: ['stream', 'broadcast', ...things],
  book: things,
  game: [...things, 'stream', 'disc', 'festival', 'screening'],
  app: things,
  product: things,
  play: stages,
  exhibition: ['visit', 'festival', 'screening'],
  restaurant: ['visit', 'bought', 'festival'],
}

/** The ways to choose from for a kind of work, and the one that is chosen already, whatever the kind. */
export function seenWaysFor(kind: WorkKind | null, chosen: SeenHow | null): SeenHow[] {
  const ways = kind === null ? [...seenWays] : (waysByKind[kind] ?? screens)
  return chosen && !ways.includes(chosen) ? [...ways, chosen] : ways
}

/** "At a press screening", for choosing it. */
export function seenHowName(how: SeenHow): string {
  return ways[how].choice
}

/** What one does with a kind of work: "Played". */
export function seenVerb(kind: WorkKind): Verb {
  return verbs[kind] ?? 'Seen'
}

/**
 * How a review's work was come to, in one line: the way, the edition, the platform and the critic's own words, with points
 * between. Empty when nothing was said. What the critic wrote stands as written.
 */
export function seenLine(
  {
    seenHow,
    seenEdition,
    seenPlatform,
    seen,
  }: Pick<ReviewDetails, 'seenHow' | 'seenEdition' | 'seenPlatform'> & { seen: string },
  kind: WorkKind,
): string {
  const verb = seenVerb(kind)
  // "On a streaming service" says nothing that its name does not.
  const isNamed = seenHow === 'stream' && seenPlatform !== ''
  const way = seenHow && !isNamed && `${verb} ${exceptions[verb]?.[seenHow] ?? ways[seenHow].after}`
  const platform =
    seenPlatform && (way || (seenEdition && !isNamed) ? `on ${seenPlatform}` : `${verb} on ${seenPlatform}`)
  return (isNamed ? [platform, seenEdition, seen] : [way, seenEdition, platform, seen]).filter(Boolean).join(' · ')
}
