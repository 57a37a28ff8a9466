// Pictures are made one at a time: each needs up to 200 MB while it is decoded, and readers come first. On globalThis, because
// Next bundles this module once for every kind of entry.
declare global {
  var outOfFivePictureQueue: Promise<unknown> | undefined
}

/** Runs the work when all that was asked for before it is done, whether that went well or not. */
export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const before = globalThis.outOfFivePictureQueue ?? Promise.resolve()
  const done = before.then(work, work)
  globalThis.outOfFivePictureQueue = done.catch(() => {})
  return done
}
