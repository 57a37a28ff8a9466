import { beforeAll, describe, expect, test } from 'vitest'
import { proseFromMarkdown } from '#lib/prose/markdown.ts'
import { emptyProse, type Prose } from '#lib/prose/prose.ts'
import { type DemoReview, type DemoWork, readDemo } from '#prisma/demo/demo-files.ts'
import { lowerCaseWords } from './archive-words.ts'
import { commonNames, commonWords } from './common-words.ts'
import { misspellings, random } from './misspelling.ts'
import { createNameCheck, houseNames, type KnownName, type NameCheck, nameKey } from './names.ts'
import { bodyPassages } from './passages.ts'
import { wordsOf } from './words.ts'

// The name check against the real prose of the sample publication: what it marks there is wrong, and of names misspelt in many ways and
// put into that prose it finds nearly all.

const { reviews, works, publication } = readDemo()
const id = '01a20493-0608-7669-b13d-cabd934a95a3'

interface Sample {
  review: DemoReview
  known: KnownName[]
  paragraphs: string[]
  check: NameCheck
  isWord: (key: string) => boolean
}

const samples: Sample[] = []
const isOtherName = (key: string) => commonNames.has(key) || house.has(key)
const house = new Set<string>()

beforeAll(() => {
  const texts = reviews.map(review => paragraphsOf(review))
  const names = [...works.flatMap(namesOf).map(name => name.text), ...publication.critics.map(critic => critic.name)]
  for (const name of names) for (const { key } of wordsOf(name)) house.add(key)
  for (const [index, review] of reviews.entries()) {
    const known = knownOf(review)
    // The archive of a review is what was written before, so its own words are not among those that are known.
    const archive = lowerCaseWords(texts.filter((_, at) => at !== index).flat())
    const isWord = (key: string) => commonWords.has(key) || archive.has(key)
    const check = createNameCheck({ known, isWord, isOtherName, isAccepted: () => false })
    samples.push({ review, known, paragraphs: texts[index] ?? [], check, isWord })
  }
})

describe('in the prose of the demo', () => {
  test('at most one paragraph in a hundred has a false alarm', () => {
    const paragraphs = samples.flatMap(({ paragraphs, check, review }) =>
      paragraphs.map(text => ({ review: review.slug, doubts: check.doubtsIn(text) })),
    )
    const alarms = paragraphs.filter(({ doubts }) => doubts.length > 0)
    const lines = alarms.flatMap(({ review, doubts }) => doubts.map(({ text, name }) => `${review}: ${text} → ${name}`))
    console.info(`${lines.length} false alarms in ${paragraphs.length} paragraphs`, lines)
    expect(paragraphs.length).toBeGreaterThan(300)
    expect(alarms.length).toBeLessThanOrEqual(paragraphs.length / 100)
  })

  test('nor with all names of the house, as the report of the archive has them', () => {
    const names = houseNames(works.flatMap(namesOf))
    const alarms = samples.flatMap(({ known, isWord, paragraphs, review }) => {
      const check = createNameCheck({ known, house: names, isWord, isOtherName, isAccepted: () => false })
      return paragraphs
        .flatMap(text => check.doubtsIn(text))
        .map(({ text, name }) => `${review.slug}: ${text} → ${name}`)
    })
    console.info(`${alarms.length} false alarms in the report`, alarms)
    expect(alarms.length).toBeLessThanOrEqual(samples.flatMap(sample => sample.paragraphs).length / 100)
  })

  test('at least 95 of 100 misspellings are found, with the right name first', () => {
    const next = random(20_131_218)
    const seeds = samples.flatMap(sample => seedsOf(sample, next))
    const missed = seeds.filter(({ check, text, at, wrong, right }) => {
      const doubt = check.doubtsIn(text).find(({ from, to }) => from < at + wrong.length && to > at)
      if (!doubt) return true
      const fixed = text.slice(0, doubt.from) + doubt.suggestion + text.slice(doubt.to)
      return !fixed.slice(at).normalize('NFC').startsWith(right)
    })
    const share = 1 - missed.length / seeds.length
    console.info(
      `${seeds.length} misspellings, ${(share * 100).toFixed(1)} % found; missed:`,
      missed.map(({ wrong, right }) => `${wrong} (${right})`).join(', '),
    )
    expect(seeds.length).toBeGreaterThanOrEqual(400)
    expect(share).toBeGreaterThanOrEqual(0.95)
    // Some six thousand texts, and a machine may have other work.
  }, 60_000)
})

test('10,000 words with 60 names take less than 30 ms', () => {
  const words = samples.flatMap(({ paragraphs }) => paragraphs)
  const known = samples.flatMap(sample => sample.known).slice(0, 60)
  const paragraphs: string[] = []
  for (let count = 0, at = 0; count < 10_000; at++) {
    const text = words[at % words.length] ?? ''
    paragraphs.push(text)
    count += wordsOf(text).length
  }
  const times = Array.from({ length: 5 }, () => {
    const check = createNameCheck({ known, isWord: key => commonWords.has(key), isOtherName, isAccepted: () => false })
    const began = process.cpuUsage()
    for (const text of paragraphs) check.doubtsIn(text)
    // Of this process: other work on the machine does not count.
    return process.cpuUsage(began).user / 1_000
  })
  console.info(`10,000 words: ${times.map(time => time.toFixed(1)).join(', ')} ms`)
  expect(Math.min(...times)).toBeLessThan(30)
})

function seedsOf({ known, paragraphs, check, isWord }: Sample, next: () => number) {
  const long = paragraphs.filter(text => text.length > 120)
  const forms = known.flatMap(({ text, kind }) => {
    const [last = ''] = text.split(' ').slice(-1)
    return kind === 'work' || last === text || isWord(nameKey(last)) || last.length < 5 ? [text] : [text, last]
  })
  return forms
    .filter(form => wordsOf(form).some(({ key }) => key.length > 3) && !/^The |^Blind|[()]/.test(form))
    .flatMap(right => {
      const spelt = misspellings(right, next).filter(wrong => isMisspelt(wrong, right, isWord))
      return spelt.map(wrong => {
        const text = long[Math.floor(next() * long.length)] ?? ''
        const [before, after] = split(text, right, next)
        const possessive = next() < 0.2 ? '’s' : ''
        return { check, text: `${before}${wrong}${possessive}${after}`, at: before.length, wrong, right }
      })
    })
}

/** Another word or name is no misspelling that anybody could see, and what is only capitals or points is none. */
function isMisspelt(wrong: string, right: string, isWord: Sample['isWord']): boolean {
  const [typed, wanted] = [wordsOf(wrong), wordsOf(right)]
  return typed.some(({ key }, at) => key !== wanted[at]?.key && !isWord(key) && !isOtherName(key))
}

/** Where the name stands, or between two words of a sentence. */
function split(text: string, name: string, next: () => number): [string, string] {
  const there = text.indexOf(name)
  if (there >= 0) return [text.slice(0, there), text.slice(there + name.length).replace(/^’s/, '')]
  const gaps = [...text.matchAll(/(?<=\p{Ll}) (?=\p{Ll})/gu)]
  const gap = gaps[Math.floor(next() * gaps.length)]?.index ?? 0
  return [text.slice(0, gap + 1), text.slice(gap)]
}

/** With mentions as plain words, as they are typed. */
function paragraphsOf(review: DemoReview): string[] {
  const read = proseFromMarkdown(review.markdown, { picture: () => id, mention: () => id })
  const body: Prose = read.ok ? read.prose : emptyProse
  const typed: Prose = JSON.parse(JSON.stringify(body), (_, value) =>
    value?.type === 'mention' ? { type: 'text', text: value.attrs.label } : value,
  )
  const inText = bodyPassages(typed).map(({ text }) => text)
  return [review.title, review.standfirst, review.verdict, review.imageAlt, ...inText]
}

/** Everything that the work of a review and what it mentions are called. */
function knownOf(review: DemoReview): KnownName[] {
  const work = works.find(({ slug }) => slug === review.work)
  const parent = works.find(({ slug }) => slug === work?.parent)
  const mentioned: KnownName[] = [...review.markdown.matchAll(/\[([^\]]+)\]\(person:/g)].map(([, text = '']) => ({
    text,
    kind: 'person',
  }))
  return [...(work ? namesOf(work) : []), ...(parent ? namesOf(parent) : []), ...mentioned]
}

function namesOf({ title, credits }: DemoWork): KnownName[] {
  return [
    { text: title, kind: 'work' },
    ...credits.flatMap(({ name, character }): KnownName[] => [
      { text: name, kind: 'person' },
      ...(character ? [{ text: character, kind: 'character' } as const] : []),
    ]),
  ]
}
