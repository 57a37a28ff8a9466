/** The faces of headlines and text, asked for before the stylesheet names them. Made by npm run fonts. */
export const preloadedFonts = ['/fonts/fraunces-017d1ce3.woff2', '/fonts/newsreader-4b0679f6.woff2'] as const
