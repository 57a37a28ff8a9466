import { env } from '#lib/env.ts'
import { getSitemap } from '#lib/sitemaps/documents.ts'

export const dynamic = 'force-dynamic'

/** One sitemap, written while it is sent, at the pace at which it is taken. server/stream.ts answers conditions and compresses it. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const document = await getSitemap(env().SITE_URL, (await params).name)
  if (!document) return new Response('There is no such sitemap.\n', { status: 404 })
  return new Response(toStream(document.body), {
    headers: {
      'Content-Type': 'application/xml',
      ETag: `"${document.etag}"`,
      'Last-Modified': new Date(document.modifiedAt).toUTCString(),
      'Cache-Control': 'public, max-age=0',
    },
  })
}

/** Without a store of its own, so that a piece is made when the one before it is gone. */
function toStream(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const iterator = pieces[Symbol.asyncIterator]()
  return new ReadableStream(
    {
      pull: async controller => {
        const { value, done } = await iterator.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      },
      cancel: async () => {
        await iterator.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}
