import type { Picture } from './pictures.ts'

/** A picture for tests, without files. */
export function samplePicture(given: Partial<Picture> = {}): Picture {
  const name = given.name ?? 'her-1'
  return {
    ...{ id: 'p', name, cropName: name, width: 2_000, height: 1_125, widths: [400], formats: ['webp'], cuts: {} },
    ...{ cardBytes: 0, colour: '#888888', alt: '', isDecorative: false, caption: '', credit: '', licence: '' },
    ...{ licenceUrl: '', focal: { x: 0.5, y: 0.5 } },
    ...given,
  }
}
