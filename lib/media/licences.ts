// Licences that pictures commonly come under, so that nobody has to look up what to write.

export interface KnownLicence {
  /** As SPDX calls it, where it does (https://spdx.org/licenses/); our own word otherwise. */
  id: string
  /** What readers see. */
  name: string
  /** Where its own words stand; empty where there are none for all. */
  url: string
  /** What it asks of whoever shows the picture. */
  asks: string
}

const commons = (path: string) => `https://creativecommons.org/${path}/`

/** In the order in which they are met: what film and book pages use first, then the open ones from the freest on. */
export const knownLicences: readonly KnownLicence[] = [
  {
    ...{ id: 'promotional', name: 'Promotional picture', url: '' },
    asks: 'Given out by a studio, label or publisher to be shown with reviews. Credit it as they ask.',
  },
  {
    ...{ id: 'permission', name: 'Used with permission', url: '' },
    asks: 'Whoever made it allowed you to show it. Keep their message.',
  },
  {
    ...{ id: 'all-rights-reserved', name: 'All rights reserved', url: '' },
    asks: 'Yours, or bought. Nobody else may use it without asking.',
  },
  {
    ...{ id: 'public-domain', name: 'Public domain', url: commons('publicdomain/mark/1.0') },
    asks: 'Nobody holds rights in it any more. Credit is a courtesy.',
  },
  {
    ...{ id: 'CC0-1.0', name: 'CC0 1.0', url: commons('publicdomain/zero/1.0') },
    asks: 'Given away. Credit is a courtesy.',
  },
  {
    ...{ id: 'CC-BY-4.0', name: 'CC BY 4.0', url: commons('licenses/by/4.0') },
    asks: 'Name whoever made it.',
  },
  {
    ...{ id: 'CC-BY-SA-4.0', name: 'CC BY-SA 4.0', url: commons('licenses/by-sa/4.0') },
    asks: 'Name whoever made it; changed versions stay under the same licence.',
  },
  {
    ...{ id: 'CC-BY-ND-4.0', name: 'CC BY-ND 4.0', url: commons('licenses/by-nd/4.0') },
    asks: 'Name whoever made it, and do not change it: cropping is a change.',
  },
  {
    ...{ id: 'CC-BY-NC-4.0', name: 'CC BY-NC 4.0', url: commons('licenses/by-nc/4.0') },
    asks: 'Name whoever made it; not where money is made with it.',
  },
  {
    ...{ id: 'CC-BY-NC-SA-4.0', name: 'CC BY-NC-SA 4.0', url: commons('licenses/by-nc-sa/4.0') },
    asks: 'Name whoever made it; not where money is made with it; changed versions stay under the same licence.',
  },
  {
    ...{ id: 'CC-BY-NC-ND-4.0', name: 'CC BY-NC-ND 4.0', url: commons('licenses/by-nc-nd/4.0') },
    asks: 'Name whoever made it; not where money is made with it; do not change it: cropping is a change.',
  },
  {
    ...{ id: 'CC-BY-SA-3.0', name: 'CC BY-SA 3.0', url: commons('licenses/by-sa/3.0') },
    asks: 'Name whoever made it; changed versions stay under the same licence.',
  },
  {
    ...{ id: 'CC-BY-2.0', name: 'CC BY 2.0', url: commons('licenses/by/2.0') },
    asks: 'Name whoever made it.',
  },
]

/** The known licence that a picture's words say; null for one's own words, or none. */
export function knownLicence(licence: string): KnownLicence | null {
  return knownLicences.find(({ name }) => name === licence) ?? null
}
