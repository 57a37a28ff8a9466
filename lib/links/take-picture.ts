import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { env } from '#lib/env.ts'
import { OutgoingError } from '#lib/fetching/outgoing.ts'
import { fetchOutside } from '#lib/fetching/safe-fetch.ts'
import { uploadPicture } from '#lib/media/commands.ts'
import { largestUpload } from '#lib/media/files.ts'
import type { Uploaded, UploadRefusal } from '#lib/media/library.ts'
import { uploadTitleSchema } from '#lib/media/media-schema.ts'
import { receiveUpload } from '#lib/media/receive.ts'

export type TakeRefusal = UploadRefusal | { ok: false; code: 'unreachable'; problem: string }

/**
 * Takes in a picture that is at an address: fetched as everything outside is, and then an upload as any other. Refuses, with a sentence,
 * what does not answer, is no picture, or larger than 20 MB.
 */
export async function takePicture(editor: Editor, address: string): Promise<Uploaded | TakeRefusal> {
  if (!can(editor, 'media.upload')) return { ok: false, code: 'not-allowed' }
  const { DATA_DIR, ALLOW_PRIVATE_HOSTS: allowsPrivate } = env()
  // Only what is let in: some sites send AVIF to whoever does not say.
  const accept = 'image/webp,image/png,image/jpeg,image/gif'
  try {
    return await fetchOutside(address, { allowsPrivate, accept, most: largestUpload }, async (answer, body) => {
      if (answer.status !== 200) return unreachable(`it answers ${answer.status} ${answer.reason}`.trim())
      const received = await receiveUpload(streamOf(body), null, DATA_DIR)
      if (!received.ok) return unreachable(reasons[received.code])
      try {
        return await uploadPicture(editor, { file: received.file, title: titleOf(answer.address) })
      } finally {
        await received.remove()
      }
    })
  } catch (error) {
    if (error instanceof OutgoingError) return unreachable(error.message)
    throw error
  }
}

const reasons = {
  'too-large': 'it is larger than 20 MB',
  'not-a-picture': 'it is no JPEG, PNG, WebP or GIF picture',
  'cut-off': 'the connection broke off',
}

function unreachable(why: string): TakeRefusal {
  return {
    ok: false,
    code: 'unreachable',
    problem: `The picture was not taken in: ${why}. Save it and drag the file in.`,
  }
}

function streamOf(body: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
    async cancel() {
      await chunks.return?.()
    },
  })
}

/** "her-night.jpg" of "https://example.org/2013/her-night.jpg?w=800" */
function titleOf(address: string): string {
  const last = new URL(address).pathname.split('/').at(-1) ?? ''
  try {
    return uploadTitleSchema.parse(decodeURIComponent(last))
  } catch {
    return ''
  }
}
