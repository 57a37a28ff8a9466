import { IncomingMessage } from 'node:http'

/** Bodies that nobody wants (a GET's, say) are read past up to here, so that the connection can be used again. */
const UNWANTED = 65_536
const LONGEST_LINGER = 2_000

/**
 * A request that counts its body while it arrives. Content-Length is checked before anything is read; this is for bodies
 * in chunks, and holds whoever reads the request.
 */
export class MeasuredRequest extends IncomingMessage {
  bodyLimit = UNWANTED
  /** Called once when the body turns out longer than the limit; what is beyond it is never handed on. */
  onTooLong: (() => void) | null = null
  /** Whether a multipart body ended as such a body ends. */
  isBodyWhole = false
  private received = 0
  private tail = ''

  override push(chunk: unknown, encoding?: BufferEncoding): boolean {
    if (!Buffer.isBuffer(chunk)) {
      if (chunk === null) this.isBodyWhole = /--(?:\r\n)?\s*$/.test(this.tail)
      return super.push(chunk, encoding)
    }
    this.received += chunk.length
    if (this.received > this.bodyLimit) return this.refuse()
    this.tail = (this.tail + chunk.toString('latin1', Math.max(0, chunk.length - 8))).slice(-8)
    return super.push(chunk, encoding)
  }

  /** From here on the body is read past, for as long as it takes the sender to hear the answer. */
  private refuse(): boolean {
    const { onTooLong } = this
    this.onTooLong = null
    if (onTooLong) onTooLong()
    else if (!this.isReadPast) this.destroy()
    return true
  }

  private isReadPast = false

  /** Reads the rest of the body past, so that closing the connection does not take the answer with it (RFC 9112 section 9.6). */
  readPast(done: () => void): void {
    this.isReadPast = true
    this.bodyLimit = 0
    const timer = setTimeout(done, LONGEST_LINGER)
    this.once('close', () => {
      clearTimeout(timer)
      done()
    })
    this.resume()
  }
}
