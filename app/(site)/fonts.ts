/** The face of each family that is asked for before the stylesheet names it, where headlines or text are set in it. Made by npm run fonts. */
export const fontFiles = {
  fraunces: '/fonts/fraunces-017d1ce3.woff2',
  newsreader: '/fonts/newsreader-4b0679f6.woff2',
  'instrument-sans': '/fonts/instrument-sans-da0022c9.woff2',
} as const
