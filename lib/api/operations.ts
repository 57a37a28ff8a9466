import type { Operation } from './operation.ts'
import { listOperations } from './published-lists.ts'
import { criticOperations, peopleOperations } from './published-people.ts'
import { sectionOperations, seriesOperations, topicOperations } from './published-places.ts'
import { reviewOperations } from './published-reviews.ts'
import { scaleOperations } from './published-scales.ts'
import { searchOperation } from './published-search.ts'
import { workOperations } from './published-works.ts'

/** Everything that the API has, in the order in which it is told. */
export const operations: readonly Operation[] = [
  ...reviewOperations,
  searchOperation,
  ...workOperations,
  ...peopleOperations,
  ...criticOperations,
  ...listOperations,
  ...sectionOperations,
  ...topicOperations,
  ...seriesOperations,
  ...scaleOperations,
]

/** The operation at a path below the base, with what stands in the place of its parameter; null where there is none. */
export function findOperation(path: string): { operation: Operation; name: string } | null {
  const [folder = '', name, ...rest] = path.slice(1).split('/')
  if (rest.length > 0 || name === '') return null
  const operation = operations.find(
    ({ path }) =>
      path.startsWith(`/${folder}`) && (name === undefined ? path === `/${folder}` : path.startsWith(`/${folder}/{`)),
  )
  return operation ? { operation, name: name ?? '' } : null
}
