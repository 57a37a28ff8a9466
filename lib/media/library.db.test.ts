import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import sharp from 'sharp'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { overrideEnv } from '#lib/env.ts'
import { publishReview } from '#lib/reviews/commands-publish.ts'
import { makeEditor, makeMedia, makeReview, makeWork } from '#prisma/factories.ts'
import { uploadPicture } from './commands.ts'
import { describePicture, retryPicture, setCrops, setFocus } from './commands-library.ts'
import { makePictures, showPictures } from './commands-make.ts'
import { replacePicture } from './commands-replace.ts'
import { removeRetired } from './commands-retire.ts'
import { pictureTrashRefusal, purgePicture } from './commands-trash.ts'
import { countLibrary, getPictureDetail, listDuplicates, listLibrary, listProgress } from './desk-queries-library.ts'
import { listUses } from './desk-queries-uses.ts'
import type { LibraryFilter, LibraryPicture } from './library.ts'
import type { LibrarySearch } from './library-schema.ts'
import { currentRecipe } from './recipe.ts'

// Dozens of files are drawn here, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })
const { url } = await testDatabase()
await runMigrations({ connectionString: url })
let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'library-'))
  overrideEnv({ DATA_DIR: dataDir })
})

const files = (folder = 'media') => {
  try {
    return readdirSync(join(dataDir, folder)).sort()
  } catch {
    return []
  }
}
let hue = 0
const fileOf = async (width = 900, height = 700) => {
  hue += 1
  const path = join(mkdtempSync(join(tmpdir(), 'upload-')), 'file')
  const background = { r: (hue * 37) % 256, g: (hue * 91) % 256, b: 80 }
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  writeFileSync(
    path,
    await sharp({ create: { width, height, channels: 3, background, noise } })
      .jpeg()
      .toBuffer(),
  )
  return path
}
const upload = async (editor: Editor, title = 'orb.jpg'): Promise<LibraryPicture> => {
  const outcome = await uploadPicture(editor, { file: await fileOf(), title })
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.picture
}
const live = async (editor: Editor, imageId: string) => {
  const review = await makeReview(editor, { imageId, imageAlt: 'An orb' })
  const outcome = await publishReview(editor, review)
  if (!outcome.ok) throw new Error(outcome.code)
  return review.id
}
const words = {
  title: 'Orb',
  alt: 'An orb',
  isDecorative: false,
  caption: 'It hums',
  credit: 'Somebody',
  licence: 'CC BY 4.0',
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
}
const lastEvent = () => db().contentEvent.findFirst({ orderBy: { id: 'desc' } })
const search = (given: Partial<LibrarySearch> = {}): LibrarySearch => ({
  q: '',
  filter: null,
  place: null,
  after: null,
  ...given,
})
const figure = (mediaId: string) => ({ type: 'figure', attrs: { mediaId, alt: 'An orb', caption: '', credit: '' } })

describe('the worker', () => {
  test('makes every file of an upload, says how far it is, and has the pages that show it made anew', async () => {
    const editor = await makeEditor()
    const picture = await upload(editor)
    expect(await listProgress(editor, [picture.id])).toMatchObject([{ status: 'making', progress: 0 }])
    const reviewId = await live(editor, picture.id)
    await makePictures({ id: picture.id })
    const detail = await getPictureDetail(editor, picture.id)
    expect(detail?.picture).toMatchObject({
      ...{ status: 'ready', progress: 100, widths: [400, 800, 900], formats: ['avif', 'webp', 'jpg'] },
      cuts: { '16:9': [400, 800], '2:3': [200, 400], '1:1': [200, 400] },
    })
    // Three widths in three formats, six that are cut in three, and the card.
    expect(files()).toHaveLength(9 + 18 + 1)
    expect(files('uploads')).toEqual([])
    await makePictures({ id: picture.id })
    const before = await lastEvent()
    await showPictures([picture.id])
    expect(await lastEvent()).toMatchObject({ kind: 'media.made', tags: [`review:${reviewId}`], purge: false })
    expect((await lastEvent())?.id).not.toBe(before?.id)
  })

  test('finds what is not whole, of old pictures from the largest file that they have', async () => {
    const editor = await makeEditor()
    const old = await upload(editor)
    await db().media.updateMany({ where: { id: { not: old.id } }, data: { recipe: currentRecipe } })
    await db().media.update({ where: { id: old.id }, data: { original: null, contentHash: null } })
    const lost = await makeMedia()
    await makePictures({})
    expect(await listProgress(editor, [old.id, lost.id])).toEqual(
      expect.arrayContaining([
        { id: old.id, status: 'ready', progress: 100, problem: '' },
        { id: lost.id, status: 'failed', progress: 0, problem: 'Its file is missing. Replace the picture.' },
      ]),
    )
    // What failed is not tried again until somebody asks.
    await makePictures({})
    const again = await retryPicture(editor, { id: lost.id })
    expect(again).toMatchObject({ ok: true, picture: { status: 'making', problem: '' } })
  })

  test('does not put files under a picture that was replaced meanwhile', async () => {
    const editor = await makeEditor()
    const picture = await upload(editor)
    const making = makePictures({ id: picture.id })
    const replaced = await replacePicture(editor, picture, { file: await fileOf(500, 500), title: 'new.jpg' })
    await making
    expect(replaced).toMatchObject({ ok: true })
    const now = await db().media.findUniqueOrThrow({ where: { id: picture.id } })
    expect(now).toMatchObject({ recipe: 0, widths: [500] })
  })
})

describe('describing a picture', () => {
  test('says it wherever the picture stands, and is found by it', async () => {
    const editor = await makeEditor('critic')
    const picture = await upload(editor, 'Café Lumière.jpg')
    const reviewId = await live(await makeEditor(), picture.id)
    const outcome = await describePicture(editor, { ...picture, ...words })
    expect(outcome).toMatchObject({ ok: true, picture: { ...words, version: 2 } })
    expect(await lastEvent()).toMatchObject({ kind: 'media.describe', tags: [`review:${reviewId}`] })
    const found = async (q: string) => (await listLibrary(editor, search({ q }))).pictures.map(({ id }) => id)
    for (const q of ['hums', 'cc by', 'somebody orb', 'LUMIE', '%', '']) expect(await found(q), q).toContain(picture.id)
    expect(await found('hums nothing')).toEqual([])
  })

  test('is refused for one that changed meanwhile, somebody else’s, or none', async () => {
    const [critic, other, contributor] = [
      await makeEditor('critic'),
      await makeEditor('critic'),
      await makeEditor('contributor'),
    ]
    const picture = await upload(critic)
    expect(await describePicture(other, { ...picture, ...words })).toEqual({ ok: false, code: 'not-allowed' })
    expect(await describePicture(critic, { ...picture, ...words })).toMatchObject({ ok: true })
    expect(await describePicture(critic, { ...picture, ...words, title: 'Late' })).toMatchObject({
      ...{ ok: false, code: 'stale' },
      picture: { title: 'Orb', version: 2 },
    })
    const none = '00000000-0000-7000-8000-000000000000'
    expect(await describePicture(critic, { ...picture, ...words, id: none })).toEqual({ ok: false, code: 'not-found' })
    const own = await upload(contributor)
    expect(await describePicture(contributor, { ...own, ...words })).toMatchObject({ ok: true })
    await live(await makeEditor(), own.id)
    expect(await describePicture(contributor, { ...own, ...words, version: 2 })).toMatchObject({ code: 'not-allowed' })
  })
})

describe('the focal point and the parts for ratios', () => {
  test('give other files of other names; the old ones stay for a while', async () => {
    const editor = await makeEditor()
    const picture = await upload(editor)
    await makePictures({ id: picture.id })
    const reviewId = await live(editor, picture.id)
    const before = files()
    const focused = await setFocus(editor, { id: picture.id, version: 1, x: 0, y: 1 })
    if (!focused.ok) throw new Error(focused.code)
    expect(focused.picture).toMatchObject({ focal: { x: 0, y: 1 }, name: picture.name, version: 2 })
    expect(focused.picture.cropName).not.toBe(picture.cropName)
    expect(await lastEvent()).toMatchObject({ kind: 'media.focus', tags: [`review:${reviewId}`] })
    expect(files()).toEqual(expect.arrayContaining(before))
    const crops = { '2:3': { x: 0.5, y: 0, width: 0.5, height: 1 } }
    const cropped = await setCrops(editor, { id: picture.id, version: 2, crops })
    if (!cropped.ok) throw new Error(cropped.code)
    expect(cropped.picture).toMatchObject({ crops, cuts: { '2:3': [200, 400] }, status: 'ready' })
    await db().retiredFiles.updateMany({ data: { removeAfter: new Date(0) } })
    await removeRetired()
    // Of the old cuts nothing is left; the whole picture, which has the name of the first, is.
    expect(files().filter(file => !file.startsWith(cropped.picture.cropName))).toEqual(
      before.filter(file => /-\d+\.\w+$/.test(file) && !/-\d+x\d+-\d+\./.test(file)),
    )
    expect(files().filter(file => file.startsWith(cropped.picture.cropName))).toHaveLength(19)
  })

  test('are refused like words, and leave no file behind', async () => {
    const picture = await upload(await makeEditor('critic'))
    const before = files()
    const focus = { id: picture.id, version: 1, x: 0.1, y: 0.1 }
    expect(await setFocus(await makeEditor('critic'), focus)).toEqual({ ok: false, code: 'not-allowed' })
    const editor = await makeEditor()
    expect(await setFocus(editor, { ...focus, version: 9 })).toMatchObject({ ok: false, code: 'stale' })
    expect(files()).toEqual(before)
    const both = await Promise.all([setFocus(editor, focus), setFocus(editor, { ...focus, x: 0.9 })])
    expect(both.map(outcome => outcome.ok).sort()).toEqual([false, true])
    expect(files()).toHaveLength(before.length + 19)
  })
})

describe('replacing a picture', () => {
  test('keeps its id and its words and gives it the other file everywhere', async () => {
    const editor = await makeEditor()
    const picture = await upload(editor)
    await describePicture(editor, { ...picture, ...words })
    const work = await makeWork({ imageId: picture.id })
    const reviewId = await live(editor, picture.id)
    const outcome = await replacePicture(
      editor,
      { id: picture.id, version: 2 },
      { file: await fileOf(500, 400), title: 'new.jpg' },
    )
    if (!outcome.ok) throw new Error(outcome.code)
    expect(outcome.picture).toMatchObject({
      ...{ id: picture.id, alt: 'An orb', title: 'new.jpg', width: 500, height: 400, widths: [500] },
      ...{ crops: {}, cuts: {}, status: 'making', version: 3 },
    })
    const event = await lastEvent()
    expect(event).toMatchObject({ kind: 'media.replace' })
    expect(event?.tags.sort()).toEqual([`review:${reviewId}`, `work:${work.id}`])
    expect(files().filter(file => file.startsWith(picture.name))).toHaveLength(2)
    expect(files('originals')).toHaveLength(2)
    await db().retiredFiles.updateMany({ data: { removeAfter: new Date(0) } })
    await removeRetired()
    expect(files().filter(file => file.startsWith(picture.name))).toEqual([])
    expect(files('originals')).toEqual([`${outcome.picture.name}.jpg`])
  })

  test('is refused for what is no picture, and for whom it is not; everything stays as it was', async () => {
    const critic = await makeEditor('critic')
    const picture = await upload(critic)
    const bad = join(mkdtempSync(join(tmpdir(), 'upload-')), 'file')
    writeFileSync(bad, 'no picture')
    const before = [files(), files('originals'), files('uploads')]
    expect(await replacePicture(critic, picture, { file: bad, title: 'x' })).toMatchObject({
      ok: false,
      code: 'unusable',
    })
    expect(await replacePicture(await makeEditor('critic'), picture, { file: bad, title: 'x' })).toMatchObject({
      code: 'not-allowed',
    })
    expect(await replacePicture(critic, { id: picture.id, version: 7 }, { file: bad, title: 'x' })).toMatchObject({
      code: 'stale',
    })
    const both = await Promise.all(
      [await fileOf(), await fileOf()].map(file => replacePicture(critic, picture, { file, title: 'x' })),
    )
    expect(both.map(outcome => outcome.ok).sort()).toEqual([false, true])
    expect([files().length, files('originals').length]).toEqual([(before[0]?.length ?? 0) + 2, 2])
  })
})

describe('where a picture stands', () => {
  test('is said of drafts, live reviews, works and glyphs; of somebody else’s draft only that there is one', async () => {
    const [editor, critic] = [await makeEditor(), await makeEditor('critic')]
    const picture = await makeMedia()
    const other = await makeMedia()
    const body = {
      type: 'doc' as const,
      content: [
        { type: 'gallery', attrs: { caption: '' }, content: [figure(picture.id), figure(other.id)] },
        { type: 'paragraph', content: [{ type: 'text', text: 'Words.' }] },
      ],
    }
    const draft = await makeReview(editor, { title: 'A secret', body })
    const published = await live(editor, picture.id)
    const work = await makeWork({ title: 'Orb', imageId: picture.id })
    await db().glyph.create({ data: { key: 'own-orb-0a0a0a0a-20', name: 'An orb', mediaId: picture.id } })
    expect(await listUses(db(), editor, picture.id)).toEqual([
      {
        place: 'head',
        id: published,
        title: 'A Voice Through the Floor',
        href: `/desk/reviews/${published}`,
        isLive: true,
        isInWorkingCopy: true,
      },
      {
        place: 'text',
        id: draft.id,
        title: 'A secret',
        href: `/desk/reviews/${draft.id}`,
        isLive: false,
        isInWorkingCopy: true,
      },
      {
        place: 'glyph',
        id: 'own-orb-0a0a0a0a-20',
        title: 'An orb',
        href: '/desk/scales/glyphs',
        isLive: false,
        isInWorkingCopy: true,
      },
      {
        place: 'work',
        id: work.id,
        title: 'Orb',
        href: `/desk/works/${work.id}`,
        isLive: false,
        isInWorkingCopy: true,
      },
    ])
    const seen = await listUses(db(), critic, picture.id)
    expect(seen.find(use => use.place === 'text')).toMatchObject({ title: 'A draft of somebody else’s', href: null })
    expect(seen.find(use => use.place === 'head')).toMatchObject({ title: 'A Voice Through the Floor', href: null })
    const places = async (place: LibrarySearch['place']) =>
      (await listLibrary(editor, search({ place }))).pictures.map(({ id }) => id)
    expect(await places('text')).toEqual(expect.arrayContaining([picture.id, other.id]))
    expect(await places('work')).toContain(picture.id)
    expect(await places('work')).not.toContain(other.id)
  })

  test('keeps it from being thrown away, also when only an earlier version has it', async () => {
    const editor = await makeEditor()
    const [used, unused] = [await makeMedia(), await upload(editor)]
    await live(editor, used.id)
    const refusal = (who: Editor, id: string) => db().$transaction(tx => pictureTrashRefusal(tx, who, id))
    expect(await refusal(editor, used.id)).toMatchObject({
      ok: false,
      code: 'in-use',
      uses: [{ place: 'head', isLive: true }],
    })
    expect(await refusal(await makeEditor('critic'), unused.id)).toEqual({ ok: false, code: 'not-allowed' })
    expect(await refusal(editor, unused.id)).toBeNull()
    await db().media.update({ where: { id: unused.id }, data: { trashedAt: new Date() } })
    expect(await getPictureDetail(editor, unused.id)).toBeNull()
    expect((await listLibrary(editor, search({ filter: 'mine' }))).pictures).toEqual([])
    expect(await describePicture(editor, { ...unused, ...words })).toMatchObject({ code: 'not-found' })
    await db().$transaction(tx => purgePicture(tx, unused.id))
    await removeRetired()
    expect([files(), files('originals')]).toEqual([[], []])
    expect(await getPictureDetail(editor, unused.id)).toBeNull()
  })
})

describe('the library', () => {
  test('is read page after page without gaps, the newest first', async () => {
    const editor = await makeEditor()
    // Several of one moment: the key decides.
    const createdAt = new Date('2030-01-01T00:00:00Z')
    for (let made = 0; made < 7; made += 1) await makeMedia({ createdAt, uploadedById: editor.id })
    const ids: string[] = []
    let after: string | null = null
    do {
      const page = await listLibrary(editor, search({ filter: 'mine', after }), 3)
      ids.push(...page.pictures.map(({ id }) => id))
      after = page.next
    } while (after !== null)
    expect(ids).toHaveLength(7)
    expect(ids).toEqual([...new Set(ids)].sort().reverse())
    expect((await listLibrary(editor, search({ filter: 'mine', after: 'nonsense' }))).pictures).toHaveLength(7)
  })

  test('is narrowed and counted by the same rules', async () => {
    const editor = await makeEditor()
    const whole = { recipe: currentRecipe, uploadedById: editor.id }
    const made: Record<LibraryFilter, { id: string }> = {
      unused: await makeMedia({ ...whole, alt: 'x', credit: 'x' }),
      'no-alt': await makeMedia({ ...whole, credit: 'x' }),
      'no-credit': await makeMedia({ ...whole, alt: 'x' }),
      failed: await makeMedia({ ...whole, alt: 'x', credit: 'x', problem: 'It broke.' }),
      processing: await makeMedia({ ...whole, alt: 'x', credit: 'x', recipe: 0 }),
      mine: await makeMedia({ ...whole, isDecorative: true, credit: 'x' }),
    }
    await makeWork({ imageId: made['no-credit'].id })
    const counts = await countLibrary(editor)
    for (const filter of ['unused', 'no-alt', 'no-credit', 'failed', 'processing', 'mine'] as const) {
      const { pictures } = await listLibrary(editor, search({ filter }), 1_000)
      expect(counts[filter], filter).toBe(pictures.length)
      expect(
        pictures.map(({ id }) => id),
        filter,
      ).toContain(made[filter].id)
    }
    const of = async (filter: LibraryFilter) =>
      (await listLibrary(editor, search({ filter }), 1_000)).pictures.map(({ id }) => id)
    expect(await of('no-alt')).not.toContain(made.mine.id)
    expect(await of('unused')).not.toContain(made['no-credit'].id)
    expect(counts.all).toBe(await db().media.count({ where: { state: { not: 'processing' }, trashedAt: null } }))
  })

  test('lists what looks alike', async () => {
    const editor = await makeEditor()
    const [one, near, far] = await Promise.all(
      [0x7007n, 0x7007n ^ 0b111n, 0x0ff0_0ff0_0ff0n].map(likeness => makeMedia({ likeness })),
    )
    const detail = await getPictureDetail(editor, one?.id ?? '')
    expect(detail?.alike.map(({ picture, distance }) => [picture.id, distance])).toEqual([[near?.id, 3]])
    const group = (await listDuplicates(editor)).find(each => each.some(({ id }) => id === one?.id))
    expect(group?.map(({ id }) => id).sort()).toEqual([one?.id, near?.id].sort())
    expect(group?.map(({ id }) => id)).not.toContain(far?.id)
  })
})
