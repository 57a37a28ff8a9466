import { createHash } from 'node:crypto'
import { type AggregatorRow, digestedText } from './aggregators.ts'

/** SHA-256 of what is said of a review, in hexadecimal: another one when anything of it is said otherwise. */
export function digestOf(row: AggregatorRow): string {
  return createHash('sha256').update(digestedText(row)).digest('hex')
}
