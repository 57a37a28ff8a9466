import { expect, test } from 'vitest'
import { sizeText, taskWords } from './jobs.ts'
import { tasks } from './tasks.ts'

test('every kind of job has words', () => {
  for (const task of Object.keys(tasks))
    expect([task, taskWords(task)]).toEqual([task, expect.stringMatching(/^[A-Z]/)])
  expect(taskWords('something-new')).toBe('something new')
})

test('bytes are said as people say them', () => {
  expect([0, 1, 1023, 1024, 10_240, 1.5 * 1024 ** 3, 2 ** 60].map(sizeText)).toEqual([
    '0 bytes',
    '1 bytes',
    '1023 bytes',
    '1.0 KB',
    '10 KB',
    '1.5 GB',
    '1048576 TB',
  ])
})
