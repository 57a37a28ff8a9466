import { describe, expect, test } from 'vitest'
import { sampleOfLibrary } from './sample-picture.ts'
import { afterEvent, type UploadEvent, type UploadQueue } from './upload-queue.ts'
import { announcement, refusalOfFile, sizeText, stateText, wholeText } from './upload-words.ts'

const picture = sampleOfLibrary()
const file = (name: string, type = '', size = 1_000) => ({ name, type, size })

/** Everything that is announced while these events happen. */
function heard(...events: UploadEvent[]): { said: string[]; queue: UploadQueue } {
  let queue: UploadQueue = []
  const said = events.flatMap(event => {
    const before = queue
    queue = afterEvent(queue, event)
    return announcement(before, queue) || []
  })
  return { said, queue }
}

const add = (...ids: string[]): UploadEvent => ({
  type: 'added',
  uploads: ids.map(id => ({ id, name: `${id}.jpg`, size: 1_000_000 })),
})
const done = (id: string): UploadEvent => ({ type: 'done', id, picture, wasThere: false })

describe('a file that will not be taken', () => {
  test('is told before it is sent, with what to do', () => {
    expect(refusalOfFile(file('a.jpg', 'image/jpeg', 0))).toBe('The file is empty.')
    expect(refusalOfFile(file('IMG_1.HEIC', 'image/heic'))).toMatch(/^HEIC files are not taken\. Export it as JPEG/)
    expect(refusalOfFile(file('logo.svg', 'image/svg+xml'))).toMatch(/Export it as PNG/)
    expect(refusalOfFile(file('a.pdf', 'application/pdf'))).toMatch(/not a picture/)
    expect(refusalOfFile(file('a.mp4', 'video/mp4'))).toMatch(/a video/)
    expect(refusalOfFile(file('a.nef'))).toMatch(/camera/)
    expect(refusalOfFile(file('a.jpg', 'image/jpeg', 21_500_000))).toBe(
      'The file is larger than 20 MB (21.5 MB). Make it smaller and choose it again.',
    )
  })

  test('pictures, and what only the server can tell, are sent', () => {
    for (const name of ['a.jpg', 'b.PNG', 'c.webp', 'd.gif', 'no-ending'])
      expect(refusalOfFile(file(name, name === 'no-ending' ? '' : 'image/png'))).toBe('')
    expect(refusalOfFile(file('a.jpg', 'image/jpeg', 20 * 1024 * 1024))).toBe('')
  })
})

describe('what is said of uploads', () => {
  test('sizes as people say them', () => {
    expect([12, 1_000, 640_000, 999_600, 2_400_000, 20_000_000].map(sizeText)).toEqual([
      ...['12 bytes', '1 KB', '640 KB', '1 MB', '2.4 MB', '20 MB'],
    ])
  })

  test('each says where it stands', () => {
    const { queue } = heard(add('a'), { type: 'started', id: 'a' }, { type: 'sent', id: 'a', sent: 620_000 })
    expect(queue.map(stateText)).toEqual(['62 %'])
    expect(afterEvent(queue, { type: 'paused', id: 'a' }).map(stateText)).toEqual(['Paused at 62 %'])
    expect(afterEvent(queue, { type: 'lost', id: 'a' }).map(stateText)).toEqual([
      'The connection went. It goes on by itself.',
    ])
  })

  test('the whole says how many and how far', () => {
    const { queue } = heard(add('a', 'b'), { type: 'started', id: 'a' }, done('a'))
    expect(wholeText(queue)).toBe('1 of 2 in the library, 50 %')
    expect(wholeText(afterEvent(queue, { type: 'paused', id: null }))).toBe('1 of 2 in the library, 50 %, paused')
    const refused = { id: 'c', name: 'c.pdf', size: 1, problem: 'No.' }
    const more = afterEvent(queue, { type: 'added', uploads: [refused] })
    expect(wholeText(more)).toBe('1 of 2 in the library, 50 %, 1 not taken')
    expect(wholeText(afterEvent(more, { type: 'cancelled', id: 'b' }))).toBe('1 picture in the library, 1 not taken')
    expect(wholeText(afterEvent([], { type: 'added', uploads: [refused] }))).toBe('1 picture not taken')
  })

  test('a screen reader hears the beginning, the quarters and the end, not every percent', () => {
    const steps = Array.from(
      { length: 100 },
      (_, index) => ({ type: 'sent', id: 'a', sent: (index + 1) * 9_900 }) as const,
    )
    const { said } = heard(add('a'), { type: 'started', id: 'a' }, ...steps, { type: 'checking', id: 'a' }, done('a'))
    expect(said).toEqual([
      'Uploading 1 picture.',
      '25 % uploaded.',
      '50 % uploaded.',
      '75 % uploaded.',
      '1 picture in the library.',
    ])
  })

  test('a screen reader hears each refusal with its reason, and of many only how many', () => {
    const refuse = (count: number): UploadEvent => ({
      type: 'added',
      uploads: Array.from({ length: count }, (_, index) => ({
        id: `${index}`,
        name: `${index}.pdf`,
        size: 1,
        problem: 'Not a picture.',
      })),
    })
    expect(heard(refuse(1)).said).toEqual(['0.pdf was not taken. Not a picture.'])
    expect(heard(refuse(9)).said[0]).toMatch(/2\.pdf was not taken\. Not a picture\. 6 more were not taken\.$/)
  })

  test('a screen reader hears that the connection went', () => {
    const { said } = heard(add('a'), { type: 'started', id: 'a' }, { type: 'lost', id: 'a' })
    expect(said.at(-1)).toBe('The connection went. The uploads go on by themselves.')
  })
})
