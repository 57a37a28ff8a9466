import { Block } from '#components/site/listing.tsx'
import type { Example as Asked } from '#lib/api/published-examples.ts'
import type { Endpoint } from '#lib/api/reference.ts'
import styles from './developers.module.css'
import { Example } from './example.tsx'
import { Members } from './members.tsx'

/** What can be asked, group by group. */
export function Endpoints({ endpoints, examples }: { endpoints: Endpoint[]; examples: Map<string, Asked> }) {
  return [...Map.groupBy(endpoints, ({ group }) => group)].map(([group, own]) => (
    <Block key={group} title={group} id={`of-${group.toLowerCase()}`}>
      {own.map(endpoint => (
        <EndpointEntry key={endpoint.id} endpoint={endpoint} example={examples.get(endpoint.id)} />
      ))}
    </Block>
  ))
}

function EndpointEntry({ endpoint, example }: { endpoint: Endpoint; example: Asked | undefined }) {
  const { id, path, summary, description, parameters, shape, isPage } = endpoint
  return (
    <article className={styles.endpoint} id={id}>
      <div>
        <h3>
          <code>{path}</code>
        </h3>
        <p className={styles.prose}>
          {description || `${summary}.`}{' '}
          {shape && (
            <>
              Answers with {isPage && !shape.endsWith('Page') ? 'a page of ' : ''}
              <a href={`#${shape}`}>{shape}</a>.
            </>
          )}
        </p>
        {parameters.length > 0 && <Members members={parameters} isAsked />}
      </div>
      {example && <Example example={example} />}
    </article>
  )
}
