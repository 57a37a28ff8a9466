import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Bucket } from '#lib/storage/s3.ts'

/** A server that speaks S3 over HTTP and checks signatures, with an empty bucket. Its keys are the ones that it knows. */
export async function startS3(): Promise<Bucket & { stop: () => Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), 's3-'))
  const server = fork(join(import.meta.dirname, 's3-server.ts'), [directory], {
    execArgv: ['--openssl-legacy-provider'],
  })
  const [message] = await once(server, 'message')
  const { port } = z.object({ port: z.number() }).parse(message)
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'pictures',
    region: 'us-east-1',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    stop: async () => {
      const ended = once(server, 'exit')
      server.kill()
      await ended
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
