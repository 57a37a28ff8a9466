/** How long the hands rest before anything beside the text is worked out anew, and how long that waits at most, in milliseconds. */
const pause = { rest: 250, most: 1_500 }

/**
 * Calls back when something has changed and the browser has nothing better to do; and now, for what has changed before. Returns the way
 * to stop.
 */
export function onIdle(subscribe: (listener: () => void) => () => void, call: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let cancel = () => {}
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      cancel()
      cancel = whenIdle(call)
    }, pause.rest)
  }
  const stop = subscribe(wait)
  call()
  return () => {
    stop()
    clearTimeout(timer)
    cancel()
  }
}

/** Safari has no idle callbacks: there it is called at once. */
function whenIdle(call: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    call()
    return () => {}
  }
  const handle = requestIdleCallback(call, { timeout: pause.most })
  return () => cancelIdleCallback(handle)
}
