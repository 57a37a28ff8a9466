// Where the API is. Version 1: what it answers may gain members, and loses none.

export const apiBase = '/api/v1'

/** The folders of the API are those of the pages: `/reviews/her` is `/api/v1/reviews/her`. */
export function apiPath(path: string): string {
  return apiBase + path
}

/** How many things a page of a collection has, unless asked otherwise, and at most. */
export const pageSize = { usual: 20, most: 100 } as const

/** Requests that one client may make in so many seconds. */
export const allowance = { requests: 600, seconds: 60 } as const
