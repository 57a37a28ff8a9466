import { glyphDrawing } from '#lib/ratings/glyphs.ts'

interface GlyphProps {
  /** A key of lib/ratings/glyphs. */
  name: string
  className?: string
}

/** A unit's drawing, in the colour of the text around it. It says nothing to a screen reader: words stand beside it. */
export function Glyph({ name, className }: GlyphProps) {
  const { body, tone } = glyphDrawing(name)
  return (
    <svg className={className} viewBox="0 0 24 24" fill="currentColor" fillRule="evenodd" aria-hidden="true">
      <path d={body} />
      {tone && <path d={tone} opacity="0.42" />}
    </svg>
  )
}
