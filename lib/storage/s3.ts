import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { AwsClient } from 'aws4fetch'
import { checkKey, type Storage, type StorageKey, typeOf } from './storage.ts'

export interface Bucket {
  /** https://s3.example.org */
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** Milliseconds that the bucket may take for one request. */
const patience = 30_000

/** What the bucket said is no answer that we can work with. The secret is in none of it. */
export class BucketError extends Error {
  readonly status: number
  constructor(doing: string, place: string, status: number, says: string) {
    super(`${doing}: ${place} answered ${status}${says && ` (${says})`}`)
    this.name = 'BucketError'
    this.status = status
  }
}

/**
 * The files in a bucket of any service that speaks S3, addressed by path, which all of them understand. Files are at most 20 MB, so each is put in
 * one request, signed with its content: what arrives otherwise is refused there, and a name has the whole file or none.
 */
export function openBucket(options: Bucket): Omit<Storage, 'local'> {
  const root = `${options.endpoint.replace(/\/+$/, '')}/${options.bucket}`
  const place = `the bucket ${options.bucket} at ${options.endpoint}`
  const client = new AwsClient({ ...options, service: 's3', retries: 3 })
  const ask = async (method: string, key: StorageKey, body?: Uint8Array<ArrayBuffer>): Promise<Response | null> => {
    checkKey(key)
    const headers = {
      'X-Amz-Content-Sha256': createHash('sha256')
        .update(body ?? '')
        .digest('hex'),
      ...(body && { 'Content-Type': typeOf(key), 'Content-Length': String(body.length) }),
    }
    const signal = AbortSignal.timeout(patience)
    const response = await client.fetch(`${root}/${key}`, { method, headers, signal, ...(body && { body }) })
    if (response.ok) return response
    const says = await refusalOf(response)
    // Of a bucket that is not there, too, 404 is said: that is no missing file.
    if (response.status === 404 && says !== 'NoSuchBucket') return null
    throw new BucketError(`${method} ${key}`, place, response.status, says)
  }
  return {
    place,
    async put(key, file) {
      await ask('PUT', key, new Uint8Array(await readFile(file)))
    },
    async stat(key) {
      const found = await ask('HEAD', key)
      return found && { size: Number(found.headers.get('content-length')) }
    },
    async read(key) {
      const found = await ask('GET', key)
      return found?.body ? Readable.from(found.body) : null
    },
    async remove(key) {
      await ask('DELETE', key)
    },
    async *list(folder, prefix = '') {
      // Page after page from the last name on, which every service understands, rather than by tokens, of which each has its own.
      for (let after = ''; ; ) {
        const query = new URLSearchParams({ 'list-type': '2', prefix: `${folder}/${prefix}` })
        if (after) query.set('start-after', after)
        const response = await client.fetch(`${root}?${query}`, { signal: AbortSignal.timeout(patience) })
        if (!response.ok) throw new BucketError('LIST', place, response.status, await refusalOf(response))
        const { files, isWhole } = readList(await response.text())
        for (const { key, size } of files) yield { name: key.slice(folder.length + 1), size }
        const last = files.at(-1)
        if (isWhole || !last) return
        after = last.key
      }
    },
  }
}

/** "SignatureDoesNotMatch": the code in the body of a refusal. */
async function refusalOf(response: Response): Promise<string> {
  const body = await response.text().catch(() => '')
  return /<Code>(\w{1,60})<\/Code>/.exec(body)?.[1] ?? ''
}

/** A page of a listing. Of the XML only what is needed. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
function readList(xml: string): { files: { key: string; size: number }[]; isWhole: boolean } {
  const part = (of: string, tag: string) => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(of)?.[1] ?? ''
  const files = [...xml.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)].map(([, entry = '']) => ({
    key: plain(part(entry, 'Key')),
    size: Number(part(entry, 'Size')),
  }))
  return { files, isWhole: part(xml, 'IsTruncated') !== 'true' }
}

/** Our names hold nothing that XML writes otherwise; whatever else lies in the bucket may. */
function plain(text: string): string {
  const letters: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return text.replace(/&(\w+);/g, (all, name: string) => letters[name] ?? all)
}
