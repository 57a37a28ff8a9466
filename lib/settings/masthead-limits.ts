/** In characters. */
export const mastheadLimits = { name: 60, tagline: 120, description: 300 } as const
