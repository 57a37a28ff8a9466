import { type Server, ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

/** Answers what is not even a request, for which there is no response object, and closes the connection. */
export function answerBrokenRequests(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // Gone already, or half an answer is under way: anything written now would be taken for its rest.
    if (error.code === 'ECONNRESET' || !socket.writable || hasBegunAnswering(socket)) socket.destroy()
    else say(socket, STATUS.get(error.code ?? '') ?? 400)
  })
  // A tunnel to somewhere else is the business of proxies.
  server.on('connect', (_request, socket) => say(socket, 405, 'Allow: GET, HEAD, POST\r\n'))
}

const STATUS = new Map([
  ['HPE_HEADER_OVERFLOW', 431],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', 413],
  ['HPE_INVALID_METHOD', 501],
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
])

/** Node hangs the response under way on its socket, and asks the same before it answers by itself. */
function hasBegunAnswering(socket: Duplex): boolean {
  return '_httpMessage' in socket && socket._httpMessage instanceof ServerResponse && socket._httpMessage.headersSent
}

function say(socket: Duplex, status: number, headers = ''): void {
  const reason = STATUS_CODES[status] ?? 'Bad Request'
  const text = `${reason}.\n`
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\n${headers}Content-Type: text/plain; charset=utf-8\r\n` +
      `Content-Length: ${text.length}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n${text}`,
  )
}
