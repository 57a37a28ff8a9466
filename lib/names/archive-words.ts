/**
 * The words that stand in lower case somewhere in these texts, of three letters and more: none of them is a misspelt name, however it is
 * written at the beginning of a sentence. Also adds to a set that there is.
 */
export function lowerCaseWords(texts: Iterable<string>, found = new Set<string>()): Set<string> {
  for (const text of texts) for (const [word] of text.matchAll(lowerCase)) found.add(word)
  return found
}

const lowerCase = /(?<![\p{L}\p{M}\p{N}’'])[a-z]{3,}(?![\p{L}\p{M}\p{N}])/gu
