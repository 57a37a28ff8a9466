import styles from './words-form.module.css'

/** How to describe a picture, for whoever has not done it before. */
export function AltHelp() {
  return (
    <details className={styles.help}>
      <summary>How to describe a picture</summary>
      <ul>
        <li>Say what is in it that matters here, as you would on the telephone: one or two sentences.</li>
        <li>Begin with the thing itself. “A picture of” is known already.</li>
        <li>Name people that readers would recognise, and read out what is written in it.</li>
        <li>Leave out what the caption says; it is read out as well.</li>
        <li>A mood, a texture or a pattern that says nothing of its own is decorative.</li>
      </ul>
      <p>
        “Joaquin Phoenix in a red shirt, alone on a crowded beach, smiling at somebody we do not see” rather than “Still
        from Her”.
      </p>
    </details>
  )
}
