import { env } from '#lib/env.ts'

/** Everything that can go wrong: what it is called, its status, and what to do. The page for developers is made of this. */
export const problemTypes = {
  'bad-request': {
    status: 400,
    title: 'The request cannot be understood',
    remedy:
      'A parameter is unknown, given twice, or has a value that cannot be. Each is named in `errors`, with what would do.',
  },
  'unknown-address': {
    status: 404,
    title: 'There is nothing at this address',
    remedy: 'Nothing has ever been published under this name, or the endpoint does not exist.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This can only be read',
    remedy: 'Ask with GET or HEAD; `Allow` says so too.',
  },
  withdrawn: {
    status: 410,
    title: 'This was withdrawn',
    remedy: 'It was published once and is no more. Delete your copy.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    remedy: 'Wait for as many seconds as `Retry-After` says. What has an ETag need not be fetched again.',
  },
  'our-fault': {
    status: 500,
    title: 'Something broke on our side',
    remedy: 'It has been noted. Try again later; if it stays, tell the publication.',
  },
  unavailable: {
    status: 503,
    title: 'Back in a moment',
    remedy: 'The database cannot be reached. Try again after as many seconds as `Retry-After` says.',
  },
} as const

export type ProblemName = keyof typeof problemTypes

/** What is wrong with one parameter. */
export interface ParameterError {
  parameter: string
  detail: string
}

export interface Problem {
  name: ProblemName
  detail: string
  errors?: ParameterError[]
  /** Seconds after which it makes sense to ask again. */
  retryAfter?: number
}

/** A problem as it is sent (RFC 9457). Its type is an address where a person can read about it. */
export function problemBody({ name, detail, errors }: Problem) {
  const { status, title } = problemTypes[name]
  return { type: `${env().SITE_URL}/developers#${name}`, title, status, detail, ...(errors && { errors }) }
}

/** A request that cannot be understood, with what is wrong with each parameter. */
export function badRequest(errors: ParameterError[]): Problem {
  return {
    name: 'bad-request',
    detail: errors.map(({ parameter, detail }) => `${parameter}: ${detail}`).join(' '),
    errors,
  }
}
