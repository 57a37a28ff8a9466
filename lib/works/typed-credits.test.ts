import { describe, expect, test } from 'vitest'
import { creditText, parseCreditLine, parseCredits, readCredits } from './typed-credits.ts'

const read = (line: string, kind: Parameters<typeof parseCreditLine>[1] = 'film') => {
  const credit = parseCreditLine(line, kind)
  return credit.ok
    ? credit.credits.map(({ name, role, character }) => [name, role, ...(character ? [character] : [])].join(' | '))
    : credit.problem
}

describe('a credit as it is typed', () => {
  test.each([
    ['Spike Jonze, director', ['Spike Jonze | director']],
    ['  Spike   Jonze ,  Director ', ['Spike Jonze | director']],
    ['Spike Jonze, writer and director', ['Spike Jonze | writer', 'Spike Jonze | director']],
    ['Spike Jonze, writer/director', ['Spike Jonze | writer', 'Spike Jonze | director']],
    ['Scarlett Johansson, voice, Samantha', ['Scarlett Johansson | voice | Samantha']],
    ['Joaquin Phoenix as Theodore Twombly', ['Joaquin Phoenix | actor | Theodore Twombly']],
    ['Amy Adams, actress, Amy', ['Amy Adams | actor | Amy']],
    ['Rooney Mara – actor – Catherine', ['Rooney Mara | actor | Catherine']],
    ['Directed by Spike Jonze', ['Spike Jonze | director']],
    ['Written and directed by Spike Jonze', ['Spike Jonze | writer', 'Spike Jonze | director']],
    ['Music by Arcade Fire', ['Arcade Fire | composer']],
    ['Director: Spike Jonze', ['Spike Jonze | director']],
    ['Hoyte van Hoytema, director of photography', ['Hoyte van Hoytema | cinematographer']],
    ['K.K. Barrett, production designer', ['K.K. Barrett | designer']],
    ['Ólafur Arnalds, score', ['Ólafur Arnalds | composer']],
    ['Jean-Luc Godard, dir.', ['Jean-Luc Godard | director']],
    ['Owen Pallett, composers', ['Owen Pallett | composer']],
    ['Someone, voice, Samantha, a computer', ['Someone | voice | Samantha, a computer']],
  ])('%s', (line, credits) => expect(read(line)).toEqual(credits))

  test('a name alone is enough where the kind of work says the rest', () => {
    expect(read('Kazuo Ishiguro', 'book')).toEqual(['Kazuo Ishiguro | author'])
    expect(read('Joanna Newsom', 'album')).toEqual(['Joanna Newsom | performer'])
    expect(read('ZA/UM', 'game')).toEqual(['ZA/UM | developer'])
  })

  test('what is missing is said, with the name that was understood', () => {
    expect(read('Spike Jonze')).toBe('What did Spike Jonze do? For example “Spike Jonze, director”.')
    expect(read('Spike Jonze, wizard')).toMatch(/^“wizard” is no role that is known here\. Roles are director, /)
    expect(read(', director')).toBe('Begin with the name.')
    expect(read(`${'a'.repeat(121)}, director`)).toBe('A name has at most 120 characters.')
  })

  test('empty lines are nothing, and what is written out is read again', () => {
    expect(parseCredits('\n Spike Jonze, director\n\n', 'film').map(({ line }) => line)).toEqual([
      'Spike Jonze, director',
    ])
    const credit = { name: 'Scarlett Johansson', role: 'voice', character: 'Samantha' } as const
    expect(parseCreditLine(creditText(credit), 'film')).toEqual({ ok: true, credits: [credit] })
  })

  test('ten thousand lines are not read, and it is said why', () => {
    expect(readCredits('A B, actor\n'.repeat(10_000), 'film')).toEqual({
      lines: [],
      problem: 'These are 10,000 lines. Give at most 200, the most important first.',
    })
    expect(readCredits('x'.repeat(2_000_000), 'film').problem).toMatch(/lines/)
    expect(readCredits('A B, actor\n'.repeat(200), 'film').lines).toHaveLength(200)
  })
})
