import { STATUS_CODES } from 'node:http'
import { apiBase } from '#lib/api/api.ts'
import { type ProblemName, problemBody, problemTypes } from '#lib/api/problems.ts'
import type { Header } from './page-cache/answer.ts'

/** Whether a request, as it was sent, is one for the API: a program, which has no use for a page. */
export function asksApi(target = ''): boolean {
  return target.startsWith(apiBase) && /^(?:[/?]|$)/.test(target.slice(apiBase.length))
}

/** What the API can be asked with: it only reads, so there is no origin to check. */
export const apiMethods = ['GET', 'HEAD', 'OPTIONS']

/** What a refusal is for a program (RFC 9457), and what goes with it wherever it is asked from. */
export function apiProblem(status: number, detail: string): { text: string; headers: Header[] } {
  return {
    text: JSON.stringify(bodyOf(status, detail)),
    headers: [
      ['Content-Type', 'application/problem+json'],
      ['Access-Control-Allow-Origin', '*'],
    ],
  }
}

function bodyOf(status: number, detail: string) {
  const name = names.find(each => problemTypes[each].status === status)
  return name
    ? problemBody({ name, detail })
    : { type: 'about:blank', title: STATUS_CODES[status] ?? '', status, detail }
}

const names: ProblemName[] = ['bad-request', 'unknown-address', 'method-not-allowed', 'our-fault', 'unavailable']
