import { z } from 'zod'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { env } from '#lib/env.ts'
import { OutgoingError } from '#lib/fetching/outgoing.ts'
import { fetchOutside, startOf } from '#lib/fetching/safe-fetch.ts'
import { log } from '#lib/log.ts'
import type { Picture } from '#lib/media/pictures.ts'
import { type EmbedProvider, embedHref, embedProvider, parseEmbed } from '#lib/prose/embeds.ts'
import { fetchPage, lineOf, type OutsidePage } from './outside-page.ts'
import { takePicture } from './take-picture.ts'

export interface EmbedDetails {
  provider: string
  id: string
  /** Empty when its site does not tell. */
  title: string
  /** What stands for it, as one of our pictures; null when there is none to be had. */
  picture: Picture | null
}

export type EmbedOutcome =
  | ({ ok: true } & EmbedDetails)
  | { ok: false; code: 'not-allowed' }
  | { ok: false; code: 'unknown'; problem: string }

const told = z.object({ title: z.string().catch(''), thumbnail_url: z.string().nullish().catch(null) })
const mostTold = 256 * 1024

/**
 * What an address shows, with what its provider tells of it. That it tells nothing is no failure: a poster can be drawn from what is
 * known. Refuses addresses of no provider, and whoever may not upload. `askAt` is where the provider tells; tests have one of their own.
 */
export async function fetchEmbedDetails(
  editor: Editor,
  address: string,
  askAt: (provider: EmbedProvider, href: string) => string | null = oembedAddress,
): Promise<EmbedOutcome> {
  if (!can(editor, 'media.upload')) return { ok: false, code: 'not-allowed' }
  const found = parseEmbed(address)
  const provider = embedProvider(found?.provider)
  const href = embedHref(found ?? undefined)
  if (!found || !provider || !href) return { ok: false, code: 'unknown', problem: unknown }
  const page = await tellOf(askAt(provider, href), href)
  const picture = page?.picture ? await firstPicture(editor, candidates(page.picture)) : null
  return { ok: true, ...found, title: page?.title ?? '', picture }
}

const unknown =
  'This address is not of a film, sound or post that can be shown. Give the address of its page, at YouTube, Vimeo, Spotify, Bandcamp, Apple Music, SoundCloud, Bluesky or Letterboxd.'

function oembedAddress({ oembed }: EmbedProvider, href: string): string | null {
  return oembed ? `${oembed}?${new URLSearchParams({ url: href, format: 'json' })}` : null
}

/** What the provider says of it in JSON; what its page says, where it has no such thing. Null when neither answers. */
async function tellOf(oembed: string | null, href: string): Promise<OutsidePage | null> {
  const allowsPrivate = env().ALLOW_PRIVATE_HOSTS
  try {
    if (oembed === null) return await fetchPage(href, { allowsPrivate })
    const limits = { allowsPrivate, patience: 8_000, most: mostTold, accept: 'application/json' }
    return await fetchOutside(oembed, limits, async ({ status, address }, body) => {
      if (status !== 200) return null
      const { title, thumbnail_url } = told.parse(JSON.parse((await startOf(body, mostTold)).toString('utf8')))
      return { title: lineOf(title), picture: thumbnail_url ? (URL.parse(thumbnail_url, address)?.href ?? null) : null }
    })
  } catch (error) {
    if (!(error instanceof OutgoingError || error instanceof SyntaxError || error instanceof z.ZodError)) throw error
    log().info({ event: 'embed', host: URL.parse(oembed ?? href)?.host, answer: error.message }, 'not told of an embed')
    return null
  }
}

/** YouTube tells of a small picture with bars above and below; most films have a large one beside it. */
function candidates(picture: string): string[] {
  const larger = picture.replace(/^(https:\/\/i\.ytimg\.com\/vi\/[\w-]+\/)hqdefault\.jpg$/, '$1maxresdefault.jpg')
  return [...new Set([larger, picture])]
}

async function firstPicture(editor: Editor, addresses: string[]): Promise<Picture | null> {
  for (const address of addresses) {
    const taken = await takePicture(editor, address)
    if (taken.ok) return taken.picture
  }
  return null
}
