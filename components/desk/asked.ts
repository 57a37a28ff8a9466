// How parts of a page that do not know each other ask for something: from a menu, a key or the text, of whoever draws it.

export interface Asked<Wish extends string> {
  ask: (wish: Wish) => void
  /** Calls back when something is asked for. Returns the way to stop. */
  onAsked: (listener: (wish: Wish) => void) => () => void
}

/** A way to ask for one of these things, wherever on the page. */
export function makeAsked<const Wish extends string>(name: string, wishes: readonly Wish[]): Asked<Wish> {
  const event = `out-of-five:${name}`
  return {
    ask: wish => void window.dispatchEvent(new CustomEvent(event, { detail: wish })),
    onAsked: listener => {
      const hear = (heard: Event) => {
        const wish = wishes.find(one => heard instanceof CustomEvent && heard.detail === one)
        if (wish) listener(wish)
      }
      window.addEventListener(event, hear)
      return () => window.removeEventListener(event, hear)
    },
  }
}

/** Does something when a menu or a dialog has closed and given the focus back. */
export function afterClosing(act: () => void): void {
  setTimeout(act, 60)
}
