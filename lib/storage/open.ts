import { join } from 'node:path'
import { type Env, env } from '#lib/env.ts'
import { withCopies } from './copies.ts'
import { openDisk } from './disk.ts'
import { openBucket } from './s3.ts'
import type { Storage } from './storage.ts'

const opened = new Map<string, Storage>()

/** Where this site keeps the files of its pictures: a bucket where one is configured, else a folder of this machine. */
export function storage(settings: StorageSettings = env()): Storage {
  const place = `${settings.DATA_DIR} ${settings.S3_ENDPOINT ?? ''} ${settings.S3_BUCKET ?? ''}`
  const known = opened.get(place) ?? openStorage(settings)
  opened.set(place, known)
  return known
}

type StorageSettings = Pick<
  Env,
  'DATA_DIR' | 'S3_ENDPOINT' | 'S3_BUCKET' | 'S3_REGION' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY' | 'S3_CACHE_MB'
>

function openStorage(settings: StorageSettings): Storage {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = settings
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = settings
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) return openDisk(settings.DATA_DIR)
  return withCopies(openBucket({ endpoint, bucket, region, accessKeyId, secretAccessKey }), {
    folder: join(settings.DATA_DIR, 'media-copies'),
    most: settings.S3_CACHE_MB * 1024 ** 2,
  })
}
