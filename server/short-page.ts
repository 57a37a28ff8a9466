import { createHash } from 'node:crypto'
import { type ServerResponse, STATUS_CODES } from 'node:http'
import { apiProblem, asksApi } from './api-problem.ts'
import { MeasuredRequest } from './body.ts'
import { shortPageHeaders } from './headers.ts'

/** A page of the server itself, for what never reached the site or where the site cannot answer. */
export type ShortPage = {
  status: number
  /** One sentence for a person. */
  text: string
  headers?: Record<string, string>
  /** The rest of the request is not going to be read. */
  isLast?: boolean
}

const STYLE =
  ':root{color-scheme:light dark}body{font:1.125rem/1.6 Georgia,serif;max-width:34em;margin:18vh auto;padding:0 1.5rem;background:light-dark(#fff8f0,#241521);color:light-dark(#2b1a1f,#fbeee6)}h1{font-size:1.6rem;line-height:1.2}a{color:inherit}'
const STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`

/** Answers with a short page. After it nothing more can be written. */
export function sendShortPage(response: ServerResponse, siteUrl: string, page: ShortPage): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const { req } = response
  const problem = asksApi(req.url) ? apiProblem(page.status, page.text) : null
  const html = problem?.text ?? shortPage(page)
  response.statusCode = page.status
  for (const [name, value] of shortPageHeaders(siteUrl, STYLE_HASH)) response.setHeader(name, value)
  for (const [name, value] of Object.entries(page.headers ?? {})) response.setHeader(name, value)
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  for (const [name, value] of problem?.headers ?? []) response.setHeader(name, value)
  response.setHeader('Content-Length', Buffer.byteLength(html))
  if (page.isLast && req instanceof MeasuredRequest) {
    response.shouldKeepAlive = false
    response.write(html)
    req.readPast(() => response.end())
  } else response.end(html)
}

function shortPage({ status, text }: ShortPage): string {
  const title = TITLES.get(status) ?? STATUS_CODES[status] ?? 'Something went wrong'
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><style>${STYLE}</style></head><body><main><h1>${title}</h1><p>${escapeText(text)}</p><p><a href="/">To the front page</a></p></main></body></html>`
}

const TITLES = new Map([
  [400, 'That request made no sense'],
  [403, 'Not from there'],
  [404, 'Nothing here'],
  [405, 'That cannot be done here'],
  [500, 'That went wrong on our side'],
  [503, 'Back in a moment'],
])

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)
}
