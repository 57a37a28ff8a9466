import { finished } from 'node:stream/promises'
import { RewritingStream } from 'parse5-html-rewriting-stream'

type StartTag = Parameters<RewritingStream['emitStartTag']>[0]

export type ReaderDocument = {
  html: string
  /** What the page says it depends on: `<meta name="cache-tags" content="review:… home">`, anywhere, any number. */
  tags: string[]
  /** Next gave up inside: an error document, or a hole that only its client runtime would fill. Never to be kept. */
  isBroken: boolean
  /** What the reader's Content-Security-Policy will not let work. A page that has such a thing needs mending. */
  complaints: string[]
}

/**
 * Takes Next's runtime out of a document: its scripts, the copy of the page that they read, their preloads, and the marks
 * that React leaves for hydration. What stays is what the page's author wrote, the styles, fonts, images, JSON-LD, and
 * the one script that carries `data-reader`. Inline speculation rules go too: the policy has no room for any inline
 * script, and the Speculation-Rules header does the same.
 */
export async function rewriteDocument(html: string): Promise<ReaderDocument> {
  const rewriter = new Rewriter()
  rewriter.end(html)
  await finished(rewriter, { readable: false })
  const { out, tags, isBroken, complaints } = rewriter
  return { html: out, tags: [...tags], isBroken, complaints: [...complaints] }
}

class Rewriter extends RewritingStream {
  out = ''
  readonly tags = new Set<string>()
  readonly complaints = new Set<string>()
  isBroken = false
  /** A script on its way out: its text and end tag go with it. */
  private isInScript = false
  /** The start tag of an element that goes if it turns out to be empty. */
  private held: { name: string; raw: string } | null = null

  constructor() {
    super()
    this.on('startTag', (tag, raw) => this.openTag(tag, raw))
    this.on('endTag', (tag, raw) => this.closeTag(tag.tagName, raw))
    this.on('text', (_text, raw) => this.passOn(raw))
    this.on('comment', comment => {
      // `$!` opens a part that failed while it was rendered.
      if (comment.text === '$!') this.isBroken = true
    })
  }

  // All output passes here; collecting it at once is several times cheaper than a stream of a thousand small chunks.
  override push(chunk: unknown): boolean {
    if (typeof chunk === 'string') this.out += chunk
    return true
  }

  private passOn(raw: string): void {
    if (this.isInScript) return
    this.release()
    this.out += raw
  }

  private release(): void {
    if (this.held) this.out += this.held.raw
    this.held = null
  }

  private openTag(tag: StartTag, raw: string): void {
    this.release()
    this.inspect(tag)
    if (tag.tagName === 'script' && !isKeptScript(tag)) this.isInScript = true
    else if (tag.tagName === 'link' && isForScripts(tag)) return
    else if (tag.tagName === 'meta' && this.isOurs(tag)) return
    else if (isPlaceholder(tag)) this.held = { name: tag.tagName, raw }
    else this.emitTag(tag, raw)
  }

  private closeTag(name: string, raw: string): void {
    if (this.isInScript && name === 'script') this.isInScript = false
    else if (this.held?.name === name) this.held = null
    else this.passOn(raw)
  }

  private emitTag(tag: StartTag, raw: string): void {
    const kept = tag.attrs.filter(({ name }) => !LEFT_BY_REACT.has(name))
    if (kept.length < tag.attrs.length) {
      tag.attrs = kept
      tag.selfClosing &&= !VOID.has(tag.tagName)
      this.emitStartTag(tag)
    } else {
      this.out += raw.endsWith('/>') && VOID.has(tag.tagName) ? `${raw.slice(0, -2)}>` : raw
    }
  }

  private inspect(tag: StartTag): void {
    if (tag.tagName === 'html' && attribute(tag, 'id') === '__next_error__') this.isBroken = true
    if (tag.tagName === 'template' && attribute(tag, 'data-dgst') !== undefined) this.isBroken = true
    if (tag.tagName === 'style') this.complaints.add('<style>')
    for (const { name } of tag.attrs)
      if (name === 'style' || name.startsWith('on')) this.complaints.add(`<${tag.tagName} ${name}>`)
  }

  private isOurs(tag: StartTag): boolean {
    const name = attribute(tag, 'name')
    if (name === 'cache-tags') for (const word of readTags(attribute(tag, 'content') ?? '')) this.tags.add(word)
    return name === 'cache-tags' || name === 'next-size-adjust'
  }
}

/** The words of a list of cache tags; what could not stand in a header is left out. */
export function readTags(text: string): string[] {
  return text.split(/\s+/).filter(word => /^[\w:./-]{1,200}$/.test(word))
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const LEFT_BY_REACT = new Set(['nonce', 'data-precedence', 'data-href'])

function attribute(tag: StartTag, name: string): string | undefined {
  return tag.attrs.find(found => found.name === name)?.value
}

function isKeptScript(tag: StartTag): boolean {
  if (attribute(tag, 'type') === 'application/ld+json') return attribute(tag, 'src') === undefined
  return attribute(tag, 'data-reader') !== undefined && attribute(tag, 'src') !== undefined
}

function isForScripts(tag: StartTag): boolean {
  const rel = attribute(tag, 'rel')?.toLowerCase()
  // `expect` holds back the first paint until an element that only the runtime would complete.
  if (rel === 'modulepreload' || rel === 'expect') return true
  return rel === 'preload' && attribute(tag, 'as') === 'script'
}

/** React writes an empty `<template id>` or `<div hidden>` where something may stream in later. */
function isPlaceholder(tag: StartTag): boolean {
  if (tag.tagName === 'template') return true
  return tag.tagName === 'div' && tag.attrs.length > 0 && tag.attrs.every(({ name }) => name === 'hidden')
}
