import { stringify } from 'csv-stringify/sync'
import { type IdScheme, idSchemes, schemeName } from '#lib/works/external-ids.ts'
import { kindName } from '#lib/works/works.ts'
import { type AggregatorRow, freshnessName } from './aggregators.ts'

// The files that aggregators are sent.

/** What a row is to its recipient. */
export type FileState = 'new' | 'changed' | 'unchanged' | 'withdrawn'

export type FileRow = AggregatorRow & { state: FileState }

export interface FileHead {
  outlet: string
  /** Absolute address of the publication. */
  site: string
  recipient: string
  /** ISO 8601 dates, both included, in `timeZone`. */
  from: string
  to: string
  timeZone: string
  /** ISO 8601. */
  made: string
}

const columns: [name: string, value: (row: FileRow) => string | number | null][] = [
  ['Link', row => row.link],
  ['Critic', row => row.critics.join(' and ')],
  ['Outlet', row => row.outlet],
  ['Title', row => row.work.title],
  ['Year', row => row.work.year],
  ['Kind', row => kindName(row.work.kind)],
  ...idSchemes.map((scheme): (typeof columns)[number] => [schemeName(scheme), row => idOf(row, scheme)]),
  ['Headline', row => row.headline],
  ['Pull quote', row => row.quote],
  ['Original score', row => (row.score ? undated(row.score.original) : 'Not scored')],
  ['Score', row => row.score?.figures?.value ?? null],
  ['Out of', row => row.score?.figures?.best ?? null],
  ['0–100', row => row.score?.hundred ?? null],
  ['Fresh or rotten', row => (row.score ? freshnessName(row.score) : '')],
  ['Published', row => row.published],
  ['Updated', row => row.updated],
  ['Language', row => row.language],
  ['State', row => row.state],
]

/**
 * A table as RFC 4180 has it, in UTF-8 with the mark by which spreadsheets know it. A cell that a spreadsheet would take for a formula
 * (it begins with = + - @, a tab or a return) gets an apostrophe before it, which is what they show as text by.
 */
export function csvOf(rows: readonly FileRow[]): string {
  return stringify(
    rows.map(row => columns.map(([, value]) => value(row))),
    {
      header: true,
      columns: columns.map(([name]) => name),
      bom: true,
      record_delimiter: 'windows',
      escape_formulas: true,
    },
  )
}

/** The same for programs. Absent is null, never an empty text; withdrawn reviews stand apart. */
export function jsonOf(head: FileHead, rows: readonly FileRow[]): string {
  const live = rows.filter(row => row.state !== 'withdrawn')
  const withdrawn = rows.filter(row => row.state === 'withdrawn')
  return `${JSON.stringify(
    {
      ...head,
      reviews: live.map(row => ({
        link: row.link,
        headline: row.headline,
        critics: row.critics,
        outlet: row.outlet,
        work: {
          title: row.work.title,
          year: row.work.year,
          kind: row.work.kind,
          ids: row.work.ids.map(({ scheme, value }) => ({ scheme, value })),
        },
        quote: row.quote || null,
        score: row.score && {
          original: row.score.original,
          short: row.score.short,
          figures: row.score.figures,
          outOf100: row.score.hundred,
          freshness: row.score.isFresh ? 'fresh' : 'rotten',
        },
        published: row.published,
        updated: row.updated,
        language: row.language,
        state: row.state,
      })),
      withdrawn: withdrawn.map(row => ({ link: row.link, headline: row.headline, critics: row.critics })),
    },
    null,
    2,
  )}\n`
}

/** "out-of-five-rotten-tomatoes-2026-11-01-to-2026-11-23.csv": plain letters only, for any system. */
export function fileName({ outlet, recipient, from, to }: FileHead, format: 'csv' | 'json'): string {
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40)
  return `${[plain(outlet), plain(recipient), from, 'to', to].filter(Boolean).join('-')}.${format}`
}

/** "4/5" is the fourth of May to a spreadsheet. */
function undated(score: string): string {
  return score.replace(/^(\d+)\/(\d+)$/, '$1 out of $2')
}

function idOf({ work }: FileRow, scheme: IdScheme): string {
  return work.ids
    .filter(id => id.scheme === scheme)
    .map(id => id.value)
    .join(' ')
}
