import type { ListContent, ListState } from './lists.ts'

// Lists as the desk shows and edits them. Plain data: it crosses to the browser.

/** A work as it stands, or could stand, in a list. */
export interface ListedWork {
  id: string
  title: string
  /** "Film, 2013, Spike Jonze" */
  detail: string
  /** The live review that readers will see: the newest by whoever signs the list, and else the newest; null while there is none. */
  review: { verdict: string; rating: string | null; critics: string } | null
}

export interface DeskListRow {
  id: string
  title: string
  critic: string | null
  state: ListState
  count: number
  createdAt: string
  publishedAt: string | null
}

export interface DeskList {
  id: string
  version: number
  state: ListState
  /** Where readers find it; null for a draft. */
  path: string | null
  content: ListContent
  /** What the entries stand for, by id. */
  works: Record<string, ListedWork>
}
