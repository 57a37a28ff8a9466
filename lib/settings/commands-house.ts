import type { Editor } from '#lib/auth/editor.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { now } from '#lib/db/transact.ts'
import { feedsPath } from '#lib/feeds/feeds.ts'
import { changeSettings, type SettingsRefusal } from './commands-change.ts'
import { changeMasthead } from './commands-publication.ts'
import { subjectOf } from './front.ts'
import type { HouseChange } from './house-schema.ts'
import { isOwnPath } from './menu-address.ts'
import { textPages } from './texts.ts'

type Tx = Prisma.TransactionClient

/** `field`: the setting, or a part of it such as `headerMenu.2.address`. */
interface Invalid {
  ok: false
  code: 'invalid'
  field: string
  problem: string
}

export type HouseRefusal = SettingsRefusal | Invalid

/**
 * Changes a page of the settings, all of it or nothing. Refused beside what every change is refused for: a picture, a review, a section or a
 * list that is not there, and an entry of a menu that leads to no page of ours. Every page shows some of it, so all are dropped.
 */
export async function changeHouse(editor: Editor, change: HouseChange): Promise<{ ok: true } | HouseRefusal> {
  if (change.page === 'language') return changeMasthead(editor, change)
  return changeSettings<Invalid>(editor, {
    value: change.value,
    seen: change.seen,
    before: tx => problemOf(tx, change),
    after: tx => syncPages(tx, change),
    event: { tags: [], purge: true },
  })
}

async function problemOf(tx: Tx, change: HouseChange): Promise<Invalid | null> {
  switch (change.page) {
    case 'identity': {
      const { logoId, logoDarkId, iconId } = change.value
      return pictureProblem(tx, { logoId, logoDarkId, iconId })
    }
    case 'front':
      return frontProblem(tx, change.value)
    case 'menus':
      return menuProblem(tx, change.value)
    default:
      return null
  }
}

/** Held to the end of the transaction, so that nobody throws one away meanwhile. */
async function pictureProblem(tx: Tx, chosen: Record<string, string | null>): Promise<Invalid | null> {
  for (const [field, id] of Object.entries(chosen)) {
    if (id === null) continue
    const [found] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM media WHERE id = ${id}::uuid AND state = 'ready' AND trashed_at IS NULL FOR SHARE`
    if (!found) return invalid(field, 'This picture is no longer in the library. Choose another.')
  }
  return null
}

async function frontProblem(
  tx: Tx,
  { leadReviewId, front }: Extract<HouseChange, { page: 'front' }>['value'],
): Promise<Invalid | null> {
  if (leadReviewId !== null) {
    const live = await tx.publication.count({ where: { reviewId: leadReviewId, isCurrent: true } })
    if (live === 0) return invalid('leadReviewId', 'This review is not published, so it cannot lead. Choose another.')
  }
  for (const block of front) {
    const subject = subjectOf(block)
    if (!subject) continue
    const one = { where: { id: subject.id } }
    const count = subject.noun === 'section' ? await tx.section.count(one) : await tx.list.count(one)
    if (count === 0)
      return invalid('front', `A ${subject.noun} of this page is no longer there. Take it away, and save.`)
  }
  return null
}

async function menuProblem(tx: Tx, menus: Extract<HouseChange, { page: 'menus' }>['value']): Promise<Invalid | null> {
  for (const [menu, entries] of Object.entries(menus))
    for (const [index, { address }] of (entries ?? []).entries()) {
      if (!isOwnPath(address)) continue
      const [path = ''] = address.split(/[?#]/)
      const found = path === '/' || (await tx.address.count({ where: { path, state: { not: 'gone' } } })) > 0
      if (!found)
        return invalid(`${menu}.${index}.address`, `There is no page at ${path}. Look at it in your browser first.`)
    }
  return null
}

/** The addresses of pages that come and go with settings. */
async function syncPages(tx: Tx, change: HouseChange): Promise<void> {
  if (change.page === 'feeds') await syncPage(tx, feedsPath, change.value.hasFeeds)
  if (change.page === 'texts') for (const { key, path } of textPages) await syncPage(tx, path, change.value[key] !== '')
}

/** A page that nobody ever had is unknown; one that there was is gone. */
async function syncPage(tx: Tx, path: string, isThere: boolean): Promise<void> {
  const state = isThere ? 'live' : 'gone'
  const found = await tx.address.findUnique({ where: { path }, select: { state: true } })
  if (found?.state === state || (!found && !isThere)) return
  const changedAt = await now(tx)
  await tx.address.upsert({
    where: { path },
    create: { path, kind: 'page', state, changedAt },
    update: { state, target: null, changedAt },
  })
}

function invalid(field: string, problem: string): Invalid {
  return { ok: false, code: 'invalid', field, problem }
}
