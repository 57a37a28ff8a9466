import { countFigure } from '#lib/ratings/ratings.ts'
import { kindName } from '#lib/works/works.ts'
import type { NameHit } from './search.ts'

const nouns: Record<Exclude<NameHit['noun'], 'work'>, string> = {
  person: '',
  critic: 'Critic',
  topic: 'Topic',
  section: 'Section',
  series: 'Series',
}

/** "Film, 2013 · 3 reviews" · "In 4 works reviewed here" */
export function hitDetail({ noun, kind, year, count }: NameHit, language: string): string {
  const [one, many] = noun === 'person' || noun === 'series' ? ['work', 'works'] : ['review', 'reviews']
  const amount = `${countFigure(count, language)} ${count === 1 ? one : many}`
  if (noun === 'person') return `In ${amount} reviewed here`
  const what = noun === 'work' ? [kind && kindName(kind), year].filter(Boolean).join(', ') : nouns[noun]
  return `${what} · ${amount}`
}
