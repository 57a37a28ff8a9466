import { IncomingMessage } from 'node:http'

/** Bodies that nobody wants (a GET's, say) are read past up to here, so that the connection can be used again. */
const UNWANTED = 65_536
const LONGEST_LINGER = 800

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
    if (this.onPast) return this.pass(chunk)
    if (!Buffer.isBuffer(chunk)) {
      if (chunk === null) this.isBodyWhole = /--(?:\r\n)?\s*$/.test(this.tail)
      return super.push(chunk, encoding)
    }
    this.received += chunk.length
    if (this.received > this.bodyLimit) {
      if (this.onTooLong) this.onTooLong()
      else this.destroy()
      return true
    }
    this.tail = (this.tail + chunk.toString('latin1', Math.max(0, chunk.length - 8))).slice(-8)
    return super.push(chunk, encoding)
  }

  /**
   * Reads what still comes past whoever reads the request, who never hears of an end: a body that was cut must not look
   * whole. `done` is called when all of it went by or too much time did. To close the connection before that would take
   * the answer with it (RFC 9112 section 9.6).
   */
  readPast(done: () => void): void {
    if (this.complete) {
      done()
      return
    }
    const timer = setTimeout(done, LONGEST_LINGER)
    this.onPast = () => {
      clearTimeout(timer)
      done()
    }
    this.once('close', this.onPast)
  }

  private onPast: (() => void) | null = null

  private pass(chunk: unknown): boolean {
    if (chunk === null) this.onPast?.()
    return true
  }
}
