import { engineFindings } from './engines.ts'
import { type Finding, isNode } from './nodes.ts'
import { vocabularyFindings } from './words.ts'

/** Everything that is wrong in the text of a JSON-LD script, as lines: "error: Review.author: has no name". Empty when all is well. */
export function markupFindings(json: string): string[] {
  const document = parse(json)
  if (!isNode(document)) return ['error: is no JSON object']
  if (document['@context'] !== 'https://schema.org') return ['error: has no context of schema.org']
  const graph = document['@graph']
  if (!Array.isArray(graph) || graph.length === 0) return ['error: has no graph']
  return [...vocabularyFindings(graph), ...engineFindings(graph)].map(line)
}

/** The nodes of a script, for comparing them with what a page shows. */
export function nodesOf(json: string): unknown[] {
  const document = parse(json)
  return isNode(document) && Array.isArray(document['@graph']) ? document['@graph'] : []
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function line({ level, where, says }: Finding): string {
  return `${level}: ${where}: ${says}`
}
