import { totalsOf, type Upload, type UploadQueue } from './upload-queue.ts'

// What is said of uploads, in words.

const mostBytes = 20 * 1024 * 1024

/**
 * Why a file will not be taken, when that can be told without sending it; empty otherwise. The server looks at the bytes themselves: this
 * only spares people the wait.
 */
export function refusalOfFile({ name, type, size }: Pick<File, 'name' | 'type' | 'size'>): string {
  const ending = name.toLowerCase().match(/\.([a-z0-9]+)$/)?.[1] ?? ''
  if (size === 0) return 'The file is empty.'
  if (['heic', 'heif', 'avif', 'tif', 'tiff', 'bmp', 'jxl'].includes(ending) || /hei[cf]|tiff/.test(type))
    return `${ending.toUpperCase() || 'This kind of'} files are not taken. Export it as JPEG, PNG or WebP and choose that.`
  if (ending === 'svg' || type === 'image/svg+xml')
    return 'SVG drawings can hold programs, so they are not taken. Export it as PNG and choose that.'
  if (['cr2', 'cr3', 'nef', 'arw', 'dng', 'raf', 'orf', 'psd', 'ai', 'xcf'].includes(ending))
    return 'This is what a camera or a program works with, not a finished picture. Export it as JPEG and choose that.'
  if (type !== '' && !type.startsWith('image/'))
    return type.startsWith('video/')
      ? 'This is a video. Only pictures are kept here: JPEG, PNG, WebP or GIF.'
      : 'This is not a picture. Only JPEG, PNG, WebP and GIF files are taken.'
  if (size > mostBytes) return `The file is larger than 20 MB (${sizeText(size)}). Make it smaller and choose it again.`
  return ''
}

/** "640 KB", "2.4 MB" */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} KB`
  return `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')} MB`
}

/** Where an upload stands. */
export function stateText({ state, sent, size, problem, losses }: Upload): string {
  switch (state) {
    case 'waiting':
      return sent > 0 ? `Goes on soon, ${percent(sent, size)}` : 'Waits for its turn'
    case 'sending':
      return percent(sent, size)
    case 'checking':
      return 'All there, being made ready'
    case 'paused':
      return sent > 0 ? `Paused at ${percent(sent, size)}` : 'Paused'
    case 'offline':
      return losses > 3
        ? 'Still no connection. It goes on by itself when there is one.'
        : 'The connection went. It goes on by itself.'
    case 'failed':
    case 'refused':
      return problem
    case 'there':
      return 'You have this picture already.'
    case 'done':
      return 'In the library'
  }
}

/** "4 of 12 in the library, 38 %" */
export function wholeText(queue: UploadQueue): string {
  const { wanted, taken, refused, isOffline, isPaused, isOver, part } = totalsOf(queue)
  const not = refused > 0 ? `${refused} not taken` : ''
  if (wanted === 0) return `${pictures(refused)} not taken`
  if (isOver) return [`${pictures(taken)} in the library`, not].filter(Boolean).join(', ')
  const how = isPaused ? 'paused' : isOffline ? 'waiting for the connection' : ''
  const first = wanted === 1 ? 'Uploading' : `${taken} of ${wanted} in the library`
  return [first, `${Math.floor(part * 100)} %`, how, not].filter(Boolean).join(', ')
}

/**
 * What a screen reader is told when the queue went from one state to another: the beginning, each refusal, each quarter of the whole, a lost
 * connection and the end; empty for all else, so that nobody is told every percent.
 */
export function announcement(before: UploadQueue, now: UploadQueue): string {
  const [was, is] = [totalsOf(before), totalsOf(now)]
  const refused = now.filter(
    upload =>
      (upload.state === 'refused' || upload.state === 'failed') &&
      before.find(({ id }) => id === upload.id)?.state !== upload.state,
  )
  const said = refused.slice(0, 3).map(({ name, problem }) => `${name} was not taken. ${problem}`)
  if (refused.length > 3) said.push(`${refused.length - 3} more were not taken.`)
  const added = now.length - before.length - refused.length
  if (is.isOver) return [...said, !was.isOver && now.length > 0 ? `${wholeText(now)}.` : ''].filter(Boolean).join(' ')
  if (added > 0) return [...said, `Uploading ${pictures(added)}.`].join(' ')
  if (is.isOffline && !was.isOffline) said.push('The connection went. The uploads go on by themselves.')
  else if (is.isPaused && !was.isPaused) said.push('Paused.')
  else if (Math.floor(is.part * 4) > Math.floor(was.part * 4) && is.part < 1)
    said.push(`${Math.floor(is.part * 4) * 25} % uploaded.`)
  return said.join(' ')
}

function percent(sent: number, size: number): string {
  return `${size === 0 ? 0 : Math.floor((sent / size) * 100)} %`
}

function pictures(count: number): string {
  return count === 1 ? '1 picture' : `${count} pictures`
}
