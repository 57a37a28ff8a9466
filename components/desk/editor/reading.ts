type Answers = typeof import('./answers.ts')

let loaded: Answers | null = null
let loading: Promise<Answers> | null = null

/**
 * How the server's answers are read. A script of its own: asked for as soon as the page is alive, and had once for all. Rejects while it
 * cannot be loaded; the next call tries again.
 */
export function answers(): Promise<Answers> {
  loading ??= import('./answers.ts').then(
    module => {
      loaded = module
      return module
    },
    error => {
      loading = null
      throw error
    },
  )
  return loading
}

/** The same for where nothing can be waited for; null until it has come. */
export function answersNow(): Answers | null {
  return loaded
}
