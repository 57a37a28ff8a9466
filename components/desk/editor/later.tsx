'use client'
import { type ComponentType, useCallback, useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import styles from './later.module.css'

/**
 * A part of the editor that is loaded when it is first shown. Not `lazy`: without a connection, or after a new version was installed,
 * its script may not come, and that must not take the page with what was written on it.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | null = null
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each part, where a module begins, as `lazy` is
  return function Later(props: P) {
    const [Part, setPart] = useState<ComponentType<P> | null>(() => loaded)
    const [hasFailed, setFailed] = useState(false)
    const fetch = useCallback(() => {
      setFailed(false)
      load().then(
        part => {
          loaded = part
          setPart(() => part)
        },
        () => setFailed(true),
      )
    }, [])
    useEffect(() => {
      if (!loaded) fetch()
    }, [fetch])
    if (Part) return <Part {...props} />
    return hasFailed ? <NotLoaded onRetry={fetch} /> : null
  }
}

function NotLoaded({ onRetry }: { onRetry: () => void }) {
  return (
    <p className={styles.failed} role="alert">
      This part of the page could not be loaded. What you wrote is not touched by that; when it goes on, save and reload
      the page.
      <Button size="small" onPress={onRetry}>
        Try again
      </Button>
    </p>
  )
}
