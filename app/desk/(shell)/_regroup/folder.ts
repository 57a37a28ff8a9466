import type { RegroupingNoun } from '#lib/regrouping/regrouping.ts'

/** Where a noun's records are at the desk. */
export function folderOf(noun: RegroupingNoun): '/desk/works' | '/desk/people' {
  return noun === 'work' ? '/desk/works' : '/desk/people'
}
