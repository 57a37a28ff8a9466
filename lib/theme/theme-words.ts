import type { Face, Ground } from './theme.ts'

/** What each paper is called at the desk. */
export const groundNames: Record<Ground, string> = {
  warm: 'Warm: peach, and plum by night',
  white: 'White, and charcoal by night',
  cool: 'Cool: mist, and deep blue by night',
}

/** What each face is called at the desk. */
export const faceNames: Record<Face, string> = {
  fraunces: 'Fraunces, a soft serif',
  newsreader: 'Newsreader, a serif for reading',
  'instrument-sans': 'Instrument Sans',
  'device-serif': 'A serif of the reader’s device',
  'device-sans': 'A sans of the reader’s device',
}
