import { connect } from 'node:net'
import { expect, test } from '@playwright/test'

// What is broken never reaches Next, and never becomes a 500. Sent over a bare socket, since clients mend such requests.

const requests: [name: string, lines: string[], statuses: number[]][] = [
  ['broken percent-encoding', ['GET /reviews/%ff HTTP/1.1'], [400]],
  ['half an escape', ['GET /reviews/% HTTP/1.1'], [400]],
  ['an encoded NUL', ['GET /reviews/her%00 HTTP/1.1'], [400]],
  ['climbing out', ['GET /../../etc/passwd HTTP/1.1'], [400, 404]],
  ['climbing out, encoded', ['GET /media/..%2f..%2fsecrets.json HTTP/1.1'], [400, 404]],
  ['a double slash', ['GET //example.org/reviews HTTP/1.1'], [400, 404]],
  ['OPTIONS *', ['OPTIONS * HTTP/1.1'], [204, 400, 405]],
  ['an unknown method', ['BREW /reviews/her HTTP/1.1'], [400, 405, 501]],
  ['POST to a page', ['POST /reviews/her HTTP/1.1', 'Content-Length: 0'], [403, 405]],
  ['DELETE of a page', ['DELETE /reviews/her HTTP/1.1'], [403, 405]],
  ['a path without end', [`GET /${'a'.repeat(5_000)} HTTP/1.1`], [414]],
  ['headers without end', ['GET / HTTP/1.1', `X-Long: ${'a'.repeat(40_000)}`], [431]],
  ['both lengths', ['POST /api/auth/signout HTTP/1.1', 'Content-Length: 3', 'Transfer-Encoding: chunked'], [400]],
  ['an internal header', ['GET /reviews/her HTTP/1.1', 'x-middleware-subrequest: proxy:proxy:proxy'], [200]],
  ['a foreign Origin', ['POST /api/auth/signout HTTP/1.1', 'Origin: https://evil.example', 'Content-Length: 0'], [403]],
  ['no Origin', ['POST /api/auth/signout HTTP/1.1', 'Content-Length: 0'], [403]],
  ['no such picture', ['GET /media/nothing-400.webp HTTP/1.1'], [404]],
]

for (const [name, lines, statuses] of requests) {
  test(`${name} is answered with ${statuses.join(' or ')}`, async ({ baseURL }) => {
    const { hostname, port } = new URL(baseURL ?? '')
    const answer = await send(
      hostname,
      Number(port),
      [...lines, `Host: ${hostname}:${port}`, 'Connection: close', '', ''].join('\r\n'),
    )
    expect(statuses).toContain(Number(answer.split(' ')[1]))
  })
}

function send(host: string, port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect({ host: host === 'localhost' ? '127.0.0.1' : host, port }, () => socket.write(text))
    socket.setTimeout(5_000, () => socket.destroy(new Error('no answer in five seconds')))
    socket.on('data', chunk => {
      answer += chunk.toString('latin1')
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', error => (answer ? resolve(answer) : reject(error)))
  })
}
