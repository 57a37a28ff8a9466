import type { LibraryPicture } from '#lib/media/library.ts'

// One file's way to the server, in pieces, from wherever it stands: begun, broken off, gone on with, asked about again.

/** The connection went, or the server did not manage: the same can be tried again by itself. */
export class LineLost extends Error {}

/** The server said no, in words. */
export class UploadRefused extends Error {
  /** It may say yes later: signed out, too many at once, no room. */
  readonly canRetry: boolean
  /** Of a replacement that came too late: the picture as it is now. */
  readonly picture: LibraryPicture | null
  constructor(problem: string, { canRetry = false, picture = null as LibraryPicture | null } = {}) {
    super(problem)
    this.canRetry = canRetry
    this.picture = picture
  }
}

export interface UploadPlan {
  name: string
  /** Add it even if its very bytes are there. */
  isAnother?: boolean
  /** The picture whose file it takes the place of, and the version that was seen. */
  replaces?: { id: string; version: number } | null
}

export interface Taken {
  picture: LibraryPicture
  wasThere: boolean
}

/** What the server is asked. All throw LineLost or UploadRefused. */
export interface UploadLine {
  /** The address of a new upload. */
  begin(plan: UploadPlan, size: number, signal: AbortSignal): Promise<string>
  /** How much of it is there; null when it is gone. */
  offset(address: string, signal: AbortSignal): Promise<number | null>
  /** Sends a piece: how much is there now, or what became of the whole; null when it stands somewhere else. */
  send(
    address: string,
    piece: { offset: number; bytes: Blob },
    said: (sent: number) => void,
    signal: AbortSignal,
  ): Promise<number | Taken | null>
}

export interface UploadSteps {
  began: (address: string) => void
  sent: (bytes: number) => void
  checking: () => void
}

/** What many proxies let through in one request without being told to. */
export const pieceSize = 1024 * 1024
/** Disagreements about where it stands before it counts as lost. */
const mostTurns = 4

/**
 * Uploads a file from where it stands: `address` is that of an upload that was begun before, or null. An answer that was lost on its way is
 * asked for again; an upload that the server forgot is begun anew.
 */
export async function runUpload(
  line: UploadLine,
  file: Blob,
  plan: UploadPlan,
  address: string | null,
  steps: UploadSteps,
  signal: AbortSignal,
): Promise<Taken> {
  let at = address
  for (let turn = 0; turn < mostTurns; turn++) {
    let offset: number | null = at === null ? null : await line.offset(at, signal)
    if (at === null || offset === null) {
      at = await line.begin(plan, file.size, signal)
      steps.began(at)
      offset = 0
    }
    while (offset !== null) {
      const answer = await sendPiece(line, at, file, offset, steps, signal)
      if (typeof answer === 'object' && answer !== null) return answer
      // Nothing of it came: it is asked where it stands, rather than sent again and again.
      offset = answer === offset ? null : answer
    }
  }
  throw new LineLost()
}

function sendPiece(
  line: UploadLine,
  address: string,
  file: Blob,
  offset: number,
  steps: UploadSteps,
  signal: AbortSignal,
): Promise<number | Taken | null> {
  const bytes = file.slice(offset, offset + pieceSize)
  const isLast = offset + bytes.size >= file.size
  const say = (sent: number) => (isLast && sent >= bytes.size ? steps.checking() : steps.sent(offset + sent))
  say(0)
  return line.send(address, { offset, bytes }, say, signal)
}
