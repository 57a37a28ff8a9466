import { z } from 'zod'

// What a backup is: one tar, compressed by zstd as a whole, and after it a frame that zstd skips with the SHA-256 of every
// byte before. The tar holds tables/<name>/<part> as COPY writes them, media/… and originals/…, secrets.json, and last of
// all manifest.json, which names each of the others.

export const formatVersion = 1
export const manifestName = 'manifest.json'
export const secretsName = 'secrets.json'

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const plainName = z.string().regex(/^[a-z_][a-z0-9_]*$/)

export const manifestSchema = z.strictObject({
  format: z.literal(formatVersion),
  site: z.url(),
  /** By the database's clock, ISO 8601. */
  at: z.iso.datetime(),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: digest })),
  tables: z.array(
    z.strictObject({
      name: plainName,
      columns: z.array(plainName),
      rows: z.number().int().nonnegative(),
      /** Of all parts one after the other. */
      sha256: digest,
    }),
  ),
  sequences: z.array(z.strictObject({ name: plainName, last: z.string().regex(/^\d+$/).nullable() })),
  /** Files that rows name and that were not there; only when that was allowed. */
  missing: z.array(z.string()),
  entries: z.array(
    z.strictObject({
      name: z
        .string()
        .regex(/^(tables\/[a-z_0-9]+\/\d{6}|(media|originals)\/[a-z0-9][a-z0-9.-]{0,230}|secrets\.json)$/),
      bytes: z.number().int().nonnegative(),
      sha256: digest,
    }),
  ),
})
export type Manifest = z.infer<typeof manifestSchema>
export type Entry = Manifest['entries'][number]

/** What is wrong with a backup, or keeps it from being restored: a sentence for the operator. */
export class BackupError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'BackupError'
  }
}

const magic = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 32, 0, 0, 0])
export const trailerBytes = magic.length + 32

/** The last bytes of a backup: a frame that zstd skips, around the digest of everything before. */
export function trailer(sha256: Buffer): Buffer {
  return Buffer.concat([magic, sha256])
}
