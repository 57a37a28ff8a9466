import { connect } from '#lib/db/connect.ts'
import type { Prisma, PrismaClient } from '#lib/db/generated/client.ts'
import { env } from '#lib/env.ts'
import { appendContentEvent } from '#lib/events/commands.ts'
import { keepDrawing } from '#lib/media/demo-picture.ts'
import { pictureName } from '#lib/media/files.ts'
import { proseFromMarkdown, typographic } from '#lib/prose/markdown.ts'
import { parseRating } from '#lib/ratings/ratings.ts'
import { toScale } from '#lib/ratings/stored.ts'
import { writeContent } from '#lib/reviews/commands.ts'
import { publishWorkingCopy } from '#lib/reviews/commands-publish.ts'
import type { ReviewDetails } from '#lib/reviews/details.ts'
import { workingCopyInclude } from '#lib/reviews/working-copy.ts'
import { instantOf } from '#lib/settings/dates.ts'
import { storage } from '#lib/storage/open.ts'
import { type DemoArt, type DemoPublication, type DemoReview, readArt, readDemo } from './demo-files.ts'
import { writeScales } from './load-scales.ts'
import { writeSeries, writeWorks } from './load-works.ts'

export interface DemoOptions {
  databaseUrl: string
  dataDir: string
  /** Called with a line for the operator as the work goes on. */
  progress?: (line: string) => void
}

type Tx = Prisma.TransactionClient
type Ids = Map<string, string>

const credit = 'Drawing: Out of Five'

/** Gives an empty publication what the desk cannot do without: the demo's scales and sections, and nothing else. */
export async function loadStarter({ databaseUrl }: Pick<DemoOptions, 'databaseUrl'>): Promise<void> {
  const { prisma, close } = connect(databaseUrl)
  try {
    await prisma.$transaction(async tx => {
      if ((await tx.section.count()) > 0) return
      const { publication } = readDemo()
      await writeMastheads(tx, { ...publication, topics: [], critics: [] }, await writeScales(tx, publication))
      await appendContentEvent(tx, { kind: 'starter.load', tags: [], purge: true })
    })
  } finally {
    await close()
  }
}

/**
 * Loads the demo publication into one that has no review (sections and scales that are there are used): pictures first (through the image pipeline), then everything else in one
 * transaction, so that a killed first start leaves nothing half-loaded. Returns false, and changes nothing, when there is
 * already something in the publication.
 */
export async function loadDemo({ databaseUrl, dataDir, progress = () => {} }: DemoOptions): Promise<boolean> {
  const { prisma, close } = connect(databaseUrl)
  try {
    if ((await prisma.review.count()) > 0) return false
    const demo = readDemo()
    const pictures = await drawPictures(prisma, demo.art, dataDir, progress)
    await prisma.$transaction(
      async tx => {
        await writeSettings(tx, demo.publication)
        const scales = await writeScales(tx, demo.publication)
        await writeMastheads(tx, demo.publication, scales)
        await writeWorks(tx, demo.works)
        await writeSeries(tx, demo.publication)
        const reviews = await writeReviews(tx, demo.reviews, pictures, demo.publication.timeZone)
        await writeLists(tx, demo.publication)
        const lead = reviews.get(demo.publication.lead)
        if (lead) await tx.setting.create({ data: { key: 'leadReviewId', value: lead } })
        await rememberWhatIsDemo(tx)
        await appendContentEvent(tx, { kind: 'demo.load', tags: [], purge: true })
      },
      { timeout: 120_000 },
    )
    progress(
      `${demo.reviews.length} reviews of ${demo.works.length} works by ${demo.publication.critics.length} critics`,
    )
    return true
  } finally {
    await close()
  }
}

async function drawPictures(
  prisma: PrismaClient,
  drawings: DemoArt[],
  dataDir: string,
  progress: (line: string) => void,
): Promise<Ids> {
  const ids: Ids = new Map()
  await prisma.media.deleteMany({
    where: { credit, uploadedById: null, reviews: { none: {} }, publications: { none: {} }, glyphs: { none: {} } },
  })
  const place = storage({ ...env(), DATA_DIR: dataDir })
  const waiting = [...drawings]
  const draw = async () => {
    for (let drawing = waiting.shift(); drawing; drawing = waiting.shift()) {
      const { key, alt } = drawing
      const made = await keepDrawing(readArt(key), pictureName(key), place, dataDir)
      const media = await prisma.media.create({ data: { ...made, state: 'ready', title: `${key}.svg`, alt, credit } })
      ids.set(key, media.id)
      if (ids.size % 8 === 0 || ids.size === drawings.length)
        progress(`${ids.size} of ${drawings.length} pictures drawn`)
    }
  }
  // Two at a time: drawing an SVG keeps one core busy, encoding the other.
  await Promise.all([draw(), draw()])
  return ids
}

async function writeSettings(
  tx: Tx,
  { name, tagline, description, language, timeZone }: DemoPublication,
): Promise<void> {
  const settings = { name, tagline, description, language, timeZone }
  // What the publication has been called meanwhile stays.
  await tx.setting.createMany({
    data: Object.entries(settings).map(([key, value]) => ({ key, value })),
    skipDuplicates: true,
  })
}

async function writeMastheads(tx: Tx, { sections, topics, critics }: DemoPublication, scales: Ids): Promise<void> {
  for (const [index, { scale, ...section }] of sections.entries()) {
    if (await tx.section.findUnique({ where: { slug: section.slug } })) continue
    const made = await tx.section.create({
      data: { ...section, position: index + 1, scaleId: scales.get(scale) ?? null },
    })
    await live(tx, 'section', made)
  }
  for (const topic of topics) await live(tx, 'topic', await tx.topic.create({ data: topic }))
  for (const critic of critics) await live(tx, 'critic', await tx.critic.create({ data: critic }))
}

async function live(
  tx: Tx,
  noun: 'section' | 'topic' | 'critic' | 'list',
  row: { id: string; slug: string },
): Promise<void> {
  const folder = { section: 'sections', topic: 'topics', critic: 'critics', list: 'lists' }[noun]
  await tx.address.create({ data: { path: `/${folder}/${row.slug}`, kind: noun, state: 'live', subjectId: row.id } })
}

async function writeReviews(tx: Tx, reviews: DemoReview[], pictures: Ids, timeZone: string): Promise<Ids> {
  const known = {
    works: await idsBySlug(tx.work),
    people: await idsBySlug(tx.person),
    critics: await idsBySlug(tx.critic),
    sections: await idsBySlug(tx.section),
    topics: await idsBySlug(tx.topic),
    reviews: new Map<string, string>(),
    pictures,
  }
  const scales = await tx.ratingScaleVersion.findMany({ include: { scale: true } })
  for (const review of reviews) {
    const published = instantOf(review.published, timeZone)
    const draft = await tx.review.create({ data: { slug: review.slug, body: {}, createdAt: published } })
    await writeContent(tx, null, draft.id, contentOf(review, known, scales), 'saved')
    const copy = await tx.review.findUniqueOrThrow({ where: { id: draft.id }, include: workingCopyInclude })
    const outcome = await publishWorkingCopy(tx, null, copy, published)
    if (!outcome.ok) throw new Error(`${review.slug}: ${JSON.stringify(outcome)}`)
    known.reviews.set(review.slug, draft.id)
    await tx.correction.createMany({
      data: review.corrections.map(({ at, text }) => ({
        reviewId: draft.id,
        at: instantOf(at, timeZone),
        text: typographic(text),
      })),
    })
  }
  return known.reviews
}

type Known = Record<'works' | 'people' | 'critics' | 'sections' | 'topics' | 'reviews' | 'pictures', Ids>
type ScaleRow = Prisma.RatingScaleVersionGetPayload<{ include: { scale: true } }>

function contentOf(review: DemoReview, known: Known, scales: ScaleRow[]): Parameters<typeof writeContent>[3] {
  const body = proseFromMarkdown(review.markdown, {
    picture: key => known.pictures.get(key) ?? null,
    mention: (kind, slug) => (kind === 'work' ? known.works : known.people).get(slug) ?? null,
  })
  if (!body.ok) throw new Error(`${review.slug}: ${body.problem}`)
  return {
    slug: review.slug,
    kind: kinds[review.kind],
    title: typographic(review.title),
    standfirst: typographic(review.standfirst),
    body: body.prose,
    verdict: typographic(review.verdict),
    seen: typographic(review.seen ?? ''),
    spoilers: review.spoilers,
    workId: must(known.works, review.work),
    sectionId: must(known.sections, review.section),
    criticIds: review.critics.map(slug => must(known.critics, slug)),
    topicIds: review.topics.map(slug => must(known.topics, slug)),
    rating: ratingOf(review, scales),
    imageId: must(known.pictures, review.image),
    imageAlt: typographic(review.imageAlt),
    imageCaption: typographic(review.imageCaption ?? ''),
    imageCredit: credit,
    searchTitle: '',
    searchDescription: '',
    rereviewOfId: review.rereviewOf ? must(known.reviews, review.rereviewOf) : null,
    language: review.language ?? null,
    translationOfId: review.translationOf ? must(known.reviews, review.translationOf) : null,
    ...detailsOf(review),
  }
}

const kinds = {
  full: 'full',
  capsule: 'capsule',
  festival: 'festival',
  're-review': 'rereview',
  'in-progress': 'in_progress',
  'round-up': 'roundup',
} as const

function detailsOf(review: DemoReview): ReviewDetails {
  const { badges, seenHow, disclosures } = review
  return {
    badges,
    seenHow,
    disclosures,
    pullQuote: typographic(review.pullQuote),
    pros: review.pros.map(typographic),
    cons: review.cons.map(typographic),
    aspects: review.aspects.map(aspect => ({ ...aspect, name: typographic(aspect.name) })),
    advisory: typographic(review.advisory),
    seenEdition: typographic(review.seenEdition),
    seenPlatform: review.seenPlatform,
    disclosureNote: typographic(review.disclosureNote),
  }
}

function ratingOf({ slug, rating }: DemoReview, scales: ScaleRow[]) {
  if (rating === 'none') return null
  const row = scales.find(candidate => candidate.scale.key === rating.scale)
  if (!row) throw new Error(`${slug}: no scale “${rating.scale}”`)
  const parsed = parseRating(String(rating.value), toScale(row).scale)
  if (!parsed.ok) throw new Error(`${slug}: ${JSON.stringify(parsed)}`)
  return { scaleVersionId: row.id, value: parsed.value, unit: rating.unit ?? null }
}

async function writeLists(tx: Tx, { lists, timeZone }: DemoPublication): Promise<void> {
  const [works, critics, topics] = [await idsBySlug(tx.work), await idsBySlug(tx.critic), await idsBySlug(tx.topic)]
  for (const { entries, critic, topic, published, ...list } of lists) {
    const at = instantOf(published, timeZone)
    const made = await tx.list.create({
      data: {
        ...list,
        publishedAt: at,
        modifiedAt: at,
        criticId: must(critics, critic),
        topicId: must(topics, topic),
        entries: {
          create: entries.map(({ work, note }, index) => ({
            workId: must(works, work),
            note: typographic(note),
            position: index + 1,
          })),
        },
      },
    })
    await live(tx, 'list', made)
  }
}

/** What `npm run demo -- remove` may delete later: the ids of all that stands here now. */
async function rememberWhatIsDemo(tx: Tx): Promise<void> {
  const ids = async (table: { findMany(args: { select: { id: true } }): Promise<{ id: string }[]> }) =>
    (await table.findMany({ select: { id: true } })).map(row => row.id)
  const value = {
    reviews: await ids(tx.review),
    works: await ids(tx.work),
    people: await ids(tx.person),
    critics: await ids(tx.critic),
    topics: await ids(tx.topic),
    lists: await ids(tx.list),
    series: await ids(tx.workSeries),
    media: await ids(tx.media),
  }
  await tx.setting.create({ data: { key: 'demo', value } })
}

async function idsBySlug(table: {
  findMany(args: { select: { id: true; slug: true } }): Promise<{ id: string; slug: string }[]>
}): Promise<Ids> {
  const rows = await table.findMany({ select: { id: true, slug: true } })
  return new Map(rows.map(row => [row.slug, row.id]))
}

function must(ids: Ids, slug: string): string {
  const id = ids.get(slug)
  if (!id) throw new Error(`The demo names “${slug}”, which it does not have`)
  return id
}
