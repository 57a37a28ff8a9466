import { describe, expect, test } from 'vitest'
import { sampleOfLibrary } from './sample-picture.ts'
import { LineLost, pieceSize, runUpload, type UploadLine, UploadRefused } from './upload-run.ts'

const picture = sampleOfLibrary()
const file = new Blob([new Uint8Array(pieceSize * 2 + 10)])

/** A server that keeps what it is sent, and does first what it is told to. */
function server({
  offset = 0,
  forgets = false,
  answers = [] as ('lose-answer' | 'moved' | 'lose-piece' | 'refuse')[],
} = {}) {
  const said: string[] = []
  let at = offset
  let isGone = forgets
  const line: UploadLine = {
    begin: async () => {
      said.push('begin')
      at = 0
      isGone = false
      return '/uploads/new'
    },
    offset: async () => {
      said.push('offset')
      return isGone ? null : at
    },
    async send(_address, { offset: from, bytes }, sent) {
      said.push(`send ${from}`)
      const first = answers.shift()
      if (first === 'lose-piece') throw new LineLost()
      if (first === 'refuse') throw new UploadRefused('This is a PDF.')
      if (first === 'moved' || from !== at) return null
      at += bytes.size
      sent(bytes.size)
      if (first === 'lose-answer') throw new LineLost()
      return at === file.size ? { picture, wasThere: false } : at
    },
  }
  return { line, said }
}

async function run(line: UploadLine, address: string | null = null) {
  const steps: string[] = []
  const on = {
    began: (at: string) => void steps.push(at),
    sent: (bytes: number) => void steps.push(`${bytes}`),
    checking: () => void steps.push('checking'),
  }
  const taken = await runUpload(line, file, { name: 'her.jpg' }, address, on, new AbortController().signal)
  return { taken, steps }
}

describe('an upload', () => {
  test('is begun, sent in pieces, and becomes a picture', async () => {
    const { line, said } = server()
    const { taken, steps } = await run(line)
    expect(taken).toEqual({ picture, wasThere: false })
    expect(said).toEqual(['begin', 'send 0', `send ${pieceSize}`, `send ${pieceSize * 2}`])
    expect(steps[0]).toBe('/uploads/new')
    expect(steps.at(-1)).toBe('checking')
  })

  test('goes on where it was broken off', async () => {
    const { line, said } = server({ offset: pieceSize })
    await run(line, '/uploads/old')
    expect(said).toEqual(['offset', `send ${pieceSize}`, `send ${pieceSize * 2}`])
  })

  test('is begun anew when the server forgot it', async () => {
    const { line, said } = server({ forgets: true })
    await run(line, '/uploads/old')
    expect(said.slice(0, 3)).toEqual(['offset', 'begin', 'send 0'])
  })

  test('asks again for an answer that was lost', async () => {
    const { line, said } = server({ offset: file.size })
    const { steps } = await run(line, '/uploads/old')
    expect(said).toEqual(['offset', `send ${file.size}`])
    expect(new Set(steps)).toEqual(new Set(['checking']))
  })

  test('asks where it stands when the server stands elsewhere', async () => {
    const { line, said } = server({ answers: ['moved'] })
    await run(line)
    expect(said.slice(0, 4)).toEqual(['begin', 'send 0', 'offset', 'send 0'])
  })

  test('that never agrees with the server is lost, not tried for ever', async () => {
    const { line } = server({ answers: Array.from({ length: 50 }, () => 'moved' as const) })
    await expect(run(line)).rejects.toThrow(LineLost)
  })

  test('that is broken off or refused says so', async () => {
    await expect(run(server({ answers: ['lose-piece'] }).line)).rejects.toThrow(LineLost)
    await expect(run(server({ answers: ['refuse'] }).line)).rejects.toThrow('This is a PDF.')
  })
})
