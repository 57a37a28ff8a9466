/** Runs something once what was typed is on the screen; within a tenth of a second also in a window that is not drawn. */
export function soon(run: () => void): void {
  let hasRun = false
  const once = () => {
    if (hasRun) return
    hasRun = true
    clearTimeout(timer)
    run()
  }
  const timer = setTimeout(once, 100)
  // After the frame and not in it.
  requestAnimationFrame(() => setTimeout(once))
}
