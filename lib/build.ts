// Which build of the desk this is. A page that was loaded before an update goes on saving to the server after it, and is told.

/** The header of answers to the review editor that names the build. */
export const buildHeader = 'X-Out-Of-Five-Build'

/** Said once, by the server that has loaded the build. */
export function nameBuild(id: string): void {
  globalThis.outOfFiveBuild = id
}

/** The build that is running; "development" where there is none. */
export function currentBuild(): string {
  return globalThis.outOfFiveBuild ?? 'development'
}

// On globalThis: the server names it outside of what Next bundles, and the pages ask for it inside.
declare global {
  var outOfFiveBuild: string | undefined
}
