// Every screen of the desk, once: what it is called, who has a use for it, and what there is to know about it. The rail, the palette and the
// help are made of this, and screens.test.ts walks the pages of the desk to see that none is missing. More than 300 lines: it is what people read.
import { policy, type Role, type Verb } from '#lib/auth/policy.ts'

export interface Screen {
  /** As the route is written: "/desk/works/[id]". */
  path: string
  name: string
  /** Who may do nothing there is not led there. */
  verb?: Verb
  /** It stands in the rail, in the order of this list, with the others of its group. */
  place?: 'desk' | 'library' | 'house' | 'own'
  /** Other words that somebody may look for it by. */
  words?: string
  /** What it is for, and what is not plain to see. A paragraph each. */
  help: readonly string[]
}

const review = '/desk/reviews/[id]'

const folders = { work: 'works', person: 'people', series: 'series', list: 'lists' }

export const screens: readonly Screen[] = [
  {
    path: '/desk',
    name: 'Home',
    place: 'desk',
    words: 'start today late',
    help: [
      'What needs you comes first: reviews you have been given, what is due or late, and what went wrong. Then what goes out within a day, your own drafts, and what has been published lately.',
      'What is under way in the background and failed, such as a picture that could not be read or a time that was missed, stays here until it is done or put away.',
    ],
  },
  {
    path: '/desk/notices',
    name: 'For you',
    place: 'desk',
    words: 'inbox mentions messages unread',
    help: [
      'What others did that concerns you: a review was given to you, you were mentioned, a suggestion was answered, a time was missed. What is new is counted in the rail.',
      'At the end you choose, for each kind, whether you are told here only, by mail at once, or in one mail a day at eight on your own clock.',
    ],
  },
  {
    path: '/desk/reviews',
    name: 'Reviews',
    place: 'desk',
    words: 'articles posts drafts',
    help: [
      'Every review that you may read. The filter is in the address: send the address, or keep it as a view with a name, for yourself or for everybody.',
      'Mark several to move them, give them to somebody, set a day or delete them in one go. What was changed can be taken back from the line that says so.',
    ],
  },
  {
    path: review,
    name: 'Review',
    help: [
      'You write on the page itself. Everything is saved as you go, in the browser and on the server; the line at the top says when. Type / for blocks, @ to name a work or a person, and TK for what is still to come: nothing with a TK goes out.',
      'Details, at the side, has the score, the work, the byline, the address, notes and times. “Publish” lists what is missing; what has to be done leads to its place.',
      'The keys for everything are under More, Keyboard shortcuts.',
    ],
  },
  {
    path: `${review}/changes`,
    name: 'What readers have not seen',
    help: [
      'The saved text beside what readers see now, word by word. Nothing here is public until the changes are published.',
    ],
  },
  {
    path: `${review}/corrections`,
    name: 'Corrections',
    help: [
      'What was wrong, and what is right: readers see it with its day on the review, and on the page of all corrections. A correction can be taken back, and both are kept in the log.',
    ],
  },
  {
    path: `${review}/history`,
    name: 'History of a review',
    help: [
      'Every version that was kept: each sitting of writing, each publication, each one with a name. Restoring makes a new version and loses none.',
    ],
  },
  {
    path: `${review}/history/[revisionId]`,
    name: 'A version of a review',
    help: [
      'One version beside another, word by word. “Restore” brings its text back as a new version; readers see it when you publish.',
    ],
  },
  {
    path: '/desk/board',
    name: 'Board',
    place: 'desk',
    words: 'kanban steps pipeline pitches',
    help: [
      'Everything that readers do not see yet, by the step it stands in. Drag a card to another column, or use its menu. With the keyboard, Enter on its handle picks it up, Tab goes from column to column, and Enter puts it down.',
      'A review can only go into a step that your role may move it into; an owner sets that under Workflow.',
    ],
  },
  {
    path: '/desk/calendar',
    name: 'Calendar',
    place: 'desk',
    words: 'schedule planning days month week',
    help: [
      'What is due, what goes out at a time and what was published, by day. Move something to another day by dragging or by its menu: a due day moves at once, a time of publication keeps its hour.',
      'Days are those of the publication’s zone, which is set under Settings, Language and time.',
    ],
  },
  {
    path: '/desk/media',
    name: 'Pictures',
    place: 'library',
    words: 'images photos media library upload',
    help: [
      'Every picture, with where it is used. Drop files anywhere here: several at once are fine, and an upload that breaks off goes on by itself.',
      'A picture needs a description for readers who do not see it before a review with it can go out. “Replace” changes it everywhere at once and keeps its words.',
    ],
  },
  {
    path: '/desk/media/[id]',
    name: 'A picture',
    help: [
      'Its description, credit and licence, and where it is used. The point where the eye rests decides how it is cut for cards and squares; each shape can be cut by hand.',
    ],
  },
  {
    path: '/desk/media/alike',
    name: 'Look-alikes',
    words: 'duplicates',
    help: ['Pictures that are nearly the same. Keep one: whatever shows the other shows it from then on.'],
  },
  {
    path: '/desk/works',
    name: 'Works',
    place: 'library',
    words: 'films books albums games catalogue',
    help: [
      'What can be reviewed. A work has its credits once, for all its reviews; readers see its page when a review of it is live.',
      '“Never reviewed” finds what somebody entered and nobody has written about.',
    ],
  },
  {
    path: '/desk/works/new',
    name: 'New work',
    help: [
      'Title and year, then who made it, one to a line: “Spike Jonze, director”. Works that are here already are offered while you type.',
    ],
  },
  {
    path: '/desk/works/[id]',
    name: 'A work',
    help: [
      'Facts, credits in order, ids elsewhere, editions and the picture, saved together. An id can be pasted as an address of IMDb, TMDB, Wikidata, MusicBrainz or IGDB.',
      'If somebody else saved meanwhile, what only they changed is taken over, and you look before you save.',
    ],
  },
  {
    path: '/desk/works/[id]/merge',
    name: 'Merge works',
    help: [
      'Two entries for one work become one. You see first what will move; the old address leads to the new one, and it can be undone.',
    ],
  },
  {
    path: '/desk/works/[id]/split',
    name: 'Split a work',
    help: ['One entry that was two works. Choose which reviews, credits and ids go to the new one; it can be undone.'],
  },
  {
    path: '/desk/people',
    name: 'People',
    place: 'library',
    words: 'actors directors authors artists credits groups',
    help: [
      'Everybody who is credited. People come with the credits of a work; here you put their names, other names and ids right.',
    ],
  },
  {
    path: '/desk/people/[id]',
    name: 'A person',
    help: [
      'The name as it should be written everywhere, other names they go by, and ids elsewhere. A new name is on every page at once; the name check knows the other ones.',
    ],
  },
  {
    path: '/desk/people/[id]/merge',
    name: 'Merge people',
    help: [
      'Two entries for one person become one, with the credits of both. You see first what will move; it can be undone.',
    ],
  },
  {
    path: '/desk/people/[id]/split',
    name: 'Split a person',
    help: ['One entry for two people of one name. Choose which credits are the other’s; it can be undone.'],
  },
  {
    path: '/desk/series',
    name: 'Series',
    place: 'library',
    words: 'franchises trilogies',
    help: [
      'Works that belong together in order: the books of a series, the films of a franchise. A television series is a work.',
    ],
  },
  {
    path: '/desk/series/new',
    name: 'New series',
    help: ['A name, and works in order. Readers see it when one of them is reviewed.'],
  },
  {
    path: '/desk/series/[id]',
    name: 'A series',
    help: ['Its works in order: drag them, or move one with the arrow keys while its handle has the focus.'],
  },
  {
    path: '/desk/lists',
    name: 'Lists',
    place: 'library',
    words: 'rankings best of the year',
    help: [
      'Works in an order, with a note for each. A list can be begun empty or from the scores of a year. Readers see it only when you show it to them.',
    ],
  },
  {
    path: '/desk/lists/new',
    name: 'New list',
    help: ['An empty list, or “The best of” a year as its scores have it: a first draft, for you to put in order.'],
  },
  {
    path: '/desk/lists/[id]',
    name: 'A list',
    help: [
      'Add works, drag them or move them with the arrow keys, and write a note for each. “Show to readers” makes it public; what you save after that is public at once.',
    ],
  },
  {
    path: '/desk/scales',
    name: 'Scales',
    place: 'library',
    words: 'ratings stars scores points',
    help: [
      'How things are scored. A new version of a scale never changes an old score: old reviews keep saying what they said.',
      'Each section has one scale that its new reviews begin with.',
    ],
  },
  {
    path: '/desk/scales/new',
    name: 'New scale',
    verb: 'scale.edit',
    help: [
      'Choose one that is near what you want, then change its name, its steps, its unit and the sentence for each band.',
    ],
  },
  {
    path: '/desk/scales/[key]',
    name: 'A scale',
    help: [
      'Its versions. Changing the steps or the unit makes a new version for new reviews; words can be put right in place.',
    ],
  },
  {
    path: '/desk/scales/[key]/[version]',
    name: 'What a scale means',
    help: [
      'Where each score stands between 0 and 100, by which reviews on different scales are put in one order. Changing this moves nothing that readers read, only the order of lists.',
    ],
  },
  {
    path: '/desk/scales/glyphs',
    name: 'Glyphs',
    words: 'icons symbols stars',
    help: [
      'Shapes for the units of your scales, made of the outline of a picture: a single thing on a plain or see-through ground makes the best one.',
    ],
  },
  {
    path: '/desk/names',
    name: 'Name check',
    place: 'library',
    words: 'spelling misspelt typos',
    help: [
      'Names in the reviews that nearly match a credited one: “Johannson” beside Scarlett Johansson. Open the review to put it right, or accept the name: it is not asked about again.',
    ],
  },
  {
    path: '/desk/trash',
    name: 'Trash',
    place: 'library',
    words: 'deleted bin restore',
    help: [
      'What was deleted waits here for thirty days and can be put back as it was. What readers see has to be retracted first.',
    ],
  },
  {
    path: '/desk/aggregators',
    name: 'Aggregators',
    place: 'house',
    verb: 'delivery.make',
    words: 'metacritic rotten tomatoes csv export deliver',
    help: [
      'A file of your reviews and scores for sites that gather them. What was sent is remembered, so the next file can have only what is new or changed since.',
    ],
  },
  {
    path: '/desk/pings',
    name: 'Notices',
    place: 'house',
    verb: 'ping.view',
    words: 'indexnow websub search engines hubs',
    help: [
      'Search engines and feed hubs are told of each change, once that is turned on under Settings, Search and pings. What could not be delivered is tried again by itself; what failed for good can be sent again here.',
    ],
  },
  {
    path: '/desk/team',
    name: 'Team',
    place: 'house',
    verb: 'user.view',
    words: 'users accounts invite members staff',
    help: [
      'Who works here. Invite somebody by mail, or pass the link on yourself: it is for one person and seven days. A role decides what somebody may do; its table is under Roles.',
      'Closing an account ends its sessions at once and deletes nothing. “Hand over” gives somebody’s unfinished reviews to another.',
    ],
  },
  {
    path: '/desk/team/roles',
    name: 'Roles',
    verb: 'user.view',
    words: 'permissions policy rights second factor',
    help: [
      'What each role may do: the very table that the desk asks before it does anything. An owner can ask a second factor of a role; whoever has none is led to set one up before anything else.',
    ],
  },
  {
    path: '/desk/log',
    name: 'Log',
    place: 'house',
    verb: 'audit.view',
    words: 'audit history who did what',
    help: [
      'Who did what, and when. Nothing in it can be changed or deleted. What the filter shows can be taken away as a file by the owner.',
    ],
  },
  {
    path: '/desk/jobs',
    name: 'Workings',
    place: 'house',
    verb: 'job.view',
    words: 'jobs queue background backup storage database version',
    help: [
      'What is done in the background, what waits and what failed, with its reason. Something that failed can be tried again or given up.',
      'Here, too: when the last backup was made and last shown to be good, how much room pictures and database take, and which versions run.',
    ],
  },
  {
    path: '/desk/mail',
    name: 'Mail',
    place: 'house',
    verb: 'mail.view',
    words: 'smtp letters outbox',
    help: [
      'Every mail of the house, sent or waiting. Without a mail server they are kept here to be read. Links that let somebody in are never shown: make a new one instead.',
    ],
  },
  {
    path: '/desk/mail/templates',
    name: 'What mails look like',
    verb: 'mail.view',
    words: 'mail templates',
    help: ['Each kind of mail as a mail program shows it, filled in with made-up people.'],
  },
  {
    path: '/desk/workflow',
    name: 'Workflow',
    place: 'house',
    verb: 'setting.edit',
    words: 'steps stages',
    help: [
      'The steps a review takes before readers see it, in order, and which roles may move a review into each. Removing a step asks where its reviews go. “Scheduled” and “live” are no steps: they follow from what is so.',
    ],
  },
  {
    path: '/desk/settings',
    name: 'Settings',
    place: 'house',
    verb: 'setting.edit',
    words: 'name tagline description logo publication',
    help: [
      'The name of the house, its line and its logo. Each page of the settings is saved by itself and shown beside the form as it will look, before you save it.',
    ],
  },
  {
    path: '/desk/settings/look',
    name: 'Look',
    verb: 'setting.edit',
    words: 'colours fonts theme design accent favicon icon',
    help: [
      'Colour, faces and icon of the site, on light and on dark. A colour that cannot be read on its ground is refused, and the nearest that can be is offered.',
    ],
  },
  {
    path: '/desk/settings/front',
    name: 'Front page',
    verb: 'setting.edit',
    words: 'home layout lead',
    help: ['Which review leads, and which sections and lists come below it, in what order.'],
  },
  {
    path: '/desk/settings/menus',
    name: 'Menus',
    verb: 'setting.edit',
    words: 'navigation header footer links',
    help: [
      'The links at the head and the foot of every page: pages of yours, or addresses elsewhere. Drag them, or use the arrow keys on a handle.',
    ],
  },
  {
    path: '/desk/settings/texts',
    name: 'Texts',
    verb: 'setting.edit',
    words: 'about privacy policy imprint legal',
    help: ['The pages that every publication needs: about, privacy, how it scores, how it corrects itself.'],
  },
  {
    path: '/desk/settings/feeds',
    name: 'Feeds',
    verb: 'setting.edit',
    words: 'rss atom json feed podcast',
    help: [
      'Whether there are feeds, and whether they have the whole text or its beginning. Addresses that readers have subscribed to never change.',
    ],
  },
  {
    path: '/desk/settings/badges',
    name: 'Badges',
    verb: 'setting.edit',
    words: 'best new essential awards',
    help: ['Marks that a review can be given. One that is given no more stays on the reviews that have it.'],
  },
  {
    path: '/desk/settings/money',
    name: 'Affiliate links',
    verb: 'setting.edit',
    words: 'affiliate domains sponsored disclosure',
    help: [
      'Hosts whose links earn the house money. Such a link is marked for search engines, and a review with one goes out only with a disclosure.',
    ],
  },
  {
    path: '/desk/settings/language',
    name: 'Language and time',
    verb: 'setting.edit',
    words: 'locale time zone clock',
    help: [
      'In which language the site speaks and is searched, and by which clock its days begin. Times that are set already keep their hour on the clock.',
    ],
  },
  {
    path: '/desk/settings/telling',
    name: 'Search and pings',
    verb: 'setting.edit',
    words: 'seo indexnow websub search engines',
    help: [
      'Whether search engines and feed hubs are told of every change, and what search engines may show of a page.',
    ],
  },
  {
    path: '/desk/account',
    name: 'Account',
    place: 'own',
    words: 'password passkey second factor sessions profile time zone',
    help: [
      'Your name, clock and password; passkeys and the second factor; what you hear of by mail; and the browsers in which you are signed in, any of which you can end.',
      'Keep the recovery codes on paper: each lets you in once when your telephone or passkey is lost.',
    ],
  },
  ...(['work', 'person', 'series', 'list'] as const).flatMap(historyOf),
]

function historyOf(noun: keyof typeof folders): Screen[] {
  const path = `/desk/${folders[noun]}/[id]/history`
  return [
    {
      path,
      name: `History of a ${noun}`,
      help: [`Every version of the ${noun} that was saved, with who saved it. Restoring one makes a new version.`],
    },
    {
      path: `${path}/[revisionId]`,
      name: `A version of a ${noun}`,
      help: ['What changed in this version, field by field, beside the one before.'],
    },
  ]
}

/** Whether somebody of this role has a use for the screen. */
export function isFor(role: Role, { verb }: Pick<Screen, 'verb'>): boolean {
  return !verb || policy[verb][role] === 'any'
}

/** The screen that an address shows. Written-out parts are taken before those that stand for anything. */
export function screenAt(path: string): Screen | undefined {
  const parts = path.split('/')
  const fits = screens.filter(screen => {
    const pattern = screen.path.split('/')
    return pattern.length === parts.length && pattern.every((part, at) => part.startsWith('[') || part === parts[at])
  })
  return fits.toSorted((one, other) => countOpen(one) - countOpen(other))[0]
}

function countOpen({ path }: Screen): number {
  return path.split('[').length
}
