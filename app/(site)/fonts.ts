/** The faces of headlines and text, asked for before the stylesheet names them. Made by npm run fonts. */
export const preloadedFonts = ['/fonts/fraunces-c1f1419d.woff2', '/fonts/newsreader-14185a5d.woff2'] as const
