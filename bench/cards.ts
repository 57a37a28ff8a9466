import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cardContentOf } from '#lib/cards/cards.ts'
import { defaultSettings } from '#lib/settings/settings.ts'

// npm run bench -- cards: how long a card takes to be drawn, the first of a process (which reads the faces) and the hundredth.

const titles = readdirSync(join(import.meta.dirname, '../prisma/demo/works'))
  .flatMap(file => [
    ...readFileSync(join(import.meta.dirname, '../prisma/demo/works', file), 'utf8').matchAll(
      /^\s*-?\s*title: (.+)$/gm,
    ),
  ])
  .map(([, title = '']) => title.replace(/^["']|["']$/g, ''))
const scale = { key: 'five', name: 'Five', version: 1, kind: 'numeric', min: 0, max: 5, step: 0.5, labels: [] } as const
const content = (title: string, index: number) =>
  cardContentOf(
    {
      kind: 'full',
      language: 'en-GB',
      work: { id: '', kind: 'film', title, year: 2013, path: null },
      critics: [{ id: '', name: 'Rosalind Petrakis', path: '/critics/rosalind-petrakis' }],
      rating: {
        scale: { ...scale, labels: [] },
        unit: { singular: 'OS', plural: 'OS’s', glyph: 'orb' },
        value: (index % 11) / 2,
      },
    },
    defaultSettings,
  )

if (process.argv.includes('--once')) {
  const { drawVerdictCard } = await import('#lib/cards/draw.ts')
  const began = performance.now()
  await drawVerdictCard(content('Her', 10))
  console.log(performance.now() - began)
} else {
  const { XDG_CACHE_HOME, ...kept } = process.env
  const once = (cache: string | undefined) =>
    Number(
      execFileSync(process.execPath, [join(import.meta.dirname, '../scripts/bench.ts'), 'cards', '--once'], {
        encoding: 'utf8',
        env: cache ? { ...kept, XDG_CACHE_HOME: cache } : process.env,
      }),
    )
  const five = (cache: () => string | undefined) => Array.from({ length: 5 }, () => once(cache())).sort((a, b) => a - b)
  // On a machine that has never drawn one, the faces are also listed: fontconfig keeps that list.
  const folder = mkdtempSync(join(tmpdir(), 'faces-'))
  const firstEver = five(() => mkdtempSync(join(folder, 'of-')))
  rmSync(folder, { recursive: true })
  const first = five(() => undefined)
  const { drawVerdictCard } = await import('#lib/cards/draw.ts')
  const times: number[] = []
  for (let index = 0; index < 100; index++) {
    const began = performance.now()
    await drawVerdictCard(content(titles[index % titles.length] ?? 'Her', index))
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  const ms = (value = 0) => `${value.toFixed(0)} ms`
  console.log(`First card of a machine: ${ms(firstEver[2])} (median of 5; slowest ${ms(firstEver[4])})`)
  console.log(`First card of a process: ${ms(first[2])} (median of 5; slowest ${ms(first[4])})`)
  console.log(`Afterwards: median ${ms(times[50])}, p95 ${ms(times[95])}, slowest ${ms(times[99])}`)
}
