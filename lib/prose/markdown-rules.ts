import MarkdownIt, { type StateBlock, type StateInline } from 'markdown-it'
import container from 'markdown-it-container'
import { parseEmbed } from './embeds.ts'

// What the house's Markdown has beside CommonMark, as rules of markdown-it.

/** The parser of the house's Markdown, see `proseFromMarkdown`. */
export function houseMarkdown() {
  const markdown = MarkdownIt({ html: false, typographer: true, quotes: '“”‘’' })
  for (const name of ['pull', 'spoiler', 'callout', 'gallery']) markdown.use(container, name)
  markdown.disable(['code', 'fence', 'strikethrough', 'linkify'])
  markdown.validateLink = () => true
  markdown.inline.ruler.before('text', 'textBeforeBars', textBeforeBars)
  markdown.inline.ruler.before('textBeforeBars', 'spoiler', inlineSpoiler)
  markdown.inline.ruler.before('link', 'noteCall', noteCall)
  markdown.inline.ruler.before('link', 'noteInLine', noteInLine)
  // A note looks like the definition of a link, so it is looked for before those.
  markdown.block.ruler.before('reference', 'note', note, { alt: ['paragraph', 'reference'] })
  markdown.block.ruler.before('paragraph', 'embed', embed)
  return markdown
}

/** Markdown's own rule for text reads over bars, which mean nothing to it: plain words end where bars begin. */
function textBeforeBars(state: StateInline, silent: boolean): boolean {
  const bars = state.src.indexOf('||', state.pos)
  if (bars <= state.pos || bars >= state.posMax) return false
  const words = state.src.slice(state.pos, bars)
  // What ends a text for Markdown is left to Markdown.
  if (/[\n!#$%&*+\-:<=>@[-`{}~]/.test(words)) return false
  if (!silent) state.pending += words
  state.pos = bars
  return true
}

/** `||words||`: an opening or closing token at each pair of bars. */
function inlineSpoiler(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('||', state.pos)) return false
  if (!silent) {
    const isOpen =
      state.tokens.filter(token => token.type === 'spoiler_open').length >
      state.tokens.filter(token => token.type === 'spoiler_close').length
    state.push(isOpen ? 'spoiler_close' : 'spoiler_open', 'span', isOpen ? -1 : 1)
  }
  state.pos += 2
  return true
}

const label = '\\[\\^([\\w-]{1,40})\\]'

/** `[^label]`: calls a note whose words stand elsewhere. */
function noteCall(state: StateInline, silent: boolean): boolean {
  const pattern = new RegExp(label, 'y')
  pattern.lastIndex = state.pos
  const match = pattern.exec(state.src)
  if (!match || pattern.lastIndex > state.posMax) return false
  if (!silent) {
    const token = state.push('note_call', '', 0)
    token.content = match[0]
    token.info = match[1] ?? ''
  }
  state.pos = pattern.lastIndex
  return true
}

/** `^[words]`: a note whose words stand where it is called. */
function noteInLine(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('^[', state.pos)) return false
  const end = state.md.helpers.parseLinkLabel(state, state.pos + 1)
  if (end < 0) return false
  if (!silent) {
    const { posMax } = state
    state.push('note_words_open', '', 1)
    state.pos += 2
    state.posMax = end
    state.md.inline.tokenize(state)
    state.push('note_words_close', '', -1)
    state.posMax = posMax
  }
  state.pos = end + 1
  return true
}

/** `[^label]: words`, until an empty line or the next note. */
function note(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const pattern = new RegExp(`^${label}:[ \\t]*(.*)$`)
  const match = pattern.exec(lineOf(state, startLine))
  if (!match) return false
  if (silent) return true
  let line = startLine + 1
  const words = [match[2] ?? '']
  for (; line < endLine && !state.isEmpty(line) && !pattern.test(lineOf(state, line)); line++)
    words.push(lineOf(state, line))
  state.push('note_open', '', 1).info = match[1] ?? ''
  const inline = state.push('inline', '', 0)
  inline.content = words.join('\n').trim()
  inline.children = []
  state.push('note_close', '', -1)
  state.line = line
  return true
}

/** The address of something that can be shown, alone in its paragraph. */
function embed(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const address = lineOf(state, startLine).replace(/^<(.+)>$/, '$1')
  const isAlone = startLine + 1 >= endLine || state.isEmpty(startLine + 1)
  if (!isAlone || /\s/.test(address) || !parseEmbed(address)) return false
  if (!silent) {
    state.push('embed', '', 0).content = address
    state.line = startLine + 1
  }
  return true
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd()
}
