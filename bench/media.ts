import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { UnusablePicture } from '#lib/media/files.ts'
import { drawPicture, takePicture } from '#lib/media/press.ts'
import { cutFiles, wholeFiles } from '#lib/media/recipe.ts'
import { hostilePictures } from '../test/hostile-pictures.ts'

// npm run bench -- media: for each hostile picture how it was answered, after how long, and how much memory was taken at most, in this process and in
// the one that decodes together, above what this process held before. The system's own counts (Linux): VmRSS of this, VmHWM of the other. Files are
// made before anything is counted. Ends with code 1 when one is over its limits.

const limits = { megabytes: 300, seconds: 5 }
const folder = mkdtempSync(join(tmpdir(), 'bench-media-'))
const file = join(folder, 'upload')
const plan = { name: 'x', focal: { x: 0.5, y: 0.5 }, crops: {} }

interface Measured {
  said: string
  seconds: number
  megabytes: number
}

async function measure(work: () => Promise<unknown>): Promise<Measured> {
  endPresses()
  globalThis.gc?.()
  const before = memoryOf('self', 'VmRSS')
  let most = 0
  const look = () => {
    const children = pids().reduce((sum, pid) => sum + memoryOf(String(pid), 'VmHWM'), 0)
    most = Math.max(most, memoryOf('self', 'VmRSS') - before + children)
  }
  const timer = setInterval(look, 2)
  const began = performance.now()
  const said = await work().then(
    () => 'taken',
    error => (error instanceof UnusablePicture ? error.message : String(error)),
  )
  const seconds = (performance.now() - began) / 1_000
  look()
  clearInterval(timer)
  return { said, seconds, megabytes: most / 1024 ** 2 }
}

const pids = () =>
  [...(globalThis.outOfFivePresses?.values() ?? [])].flatMap(press => (press.child?.pid ? [press.child.pid] : []))

function endPresses(): void {
  for (const press of globalThis.outOfFivePresses?.values() ?? []) press.child?.kill()
  globalThis.outOfFivePresses = undefined
}

function memoryOf(pid: string, field: 'VmRSS' | 'VmHWM'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

let isOver = false
const tell = (name: string, { said, seconds, megabytes }: Measured, isLimited = true) => {
  const over = isLimited && (seconds > limits.seconds || megabytes > limits.megabytes)
  isOver ||= over
  console.log(
    `${over ? '✗' : ' '} ${name.slice(0, 50).padEnd(50)} ${seconds.toFixed(2).padStart(6)} s ${megabytes.toFixed(0).padStart(5)} MB  ${said}`,
  )
}

const take = () => takePicture(file, plan, folder, async () => {})
for (const { name, bytes } of hostilePictures) {
  writeFileSync(file, await bytes())
  tell(name, await measure(take))
}

console.log('\nWhat is not hostile, with the process that decodes from cold:')
const noise = { type: 'gaussian', mean: 128, sigma: 25 } as const
for (const [name, width, height] of [
  ['a photograph of 12 Mpx', 4_000, 3_000],
  ['a photograph of 48 Mpx', 8_000, 6_000],
] as const) {
  const photo = sharp({ create: { width, height, channels: 3, background: '#456', noise } }).blur(2)
  writeFileSync(file, await photo.jpeg({ quality: 80 }).toBuffer())
  tell(`${name}: until it can be shown`, await measure(take))
  const picture = { ...plan, cropName: 'x', width, height }
  const files = [...wholeFiles(picture), ...cutFiles(picture)]
  const all = await measure(() => drawPicture(file, files, folder, async () => {}))
  tell(`${name}: its ${files.length} files`, all, false)
}
endPresses()
rmSync(folder, { recursive: true })
process.exit(isOver ? 1 : 0)
