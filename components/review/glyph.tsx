import { type ReactNode, useId } from 'react'
import { tile } from '#lib/ratings/glyph-tile.ts'
import { glyphDrawing } from '#lib/ratings/glyphs.ts'
import { ownGlyphPath } from '#lib/ratings/own-glyphs.ts'

interface GlyphProps {
  /** A key of lib/ratings/glyphs, or of a glyph that the house has made. */
  name: string
  className?: string
}

/** A unit's drawing, in the colour of the text around it. It says nothing to a screen reader: words stand beside it. */
export function Glyph({ name, className }: GlyphProps) {
  const own = ownGlyphPath(name)
  const { body, tone } = glyphDrawing(name)
  return (
    <svg className={className} viewBox="0 0 24 24" fill="currentColor" fillRule="evenodd" aria-hidden="true">
      {own ? (
        <Seen through={own}>
          <rect width="24" height="24" />
        </Seen>
      ) : (
        <>
          <path d={body} />
          {tone && <path d={tone} opacity="0.42" />}
        </>
      )}
    </svg>
  )
}

/**
 * What is drawn in it, seen through a glyph of the house's own, so often along a row. A mask in the drawing itself: a picture that somebody
 * uploaded has no class in a stylesheet, and what readers get has no inline style.
 */
export function Seen({ through, times = 1, children }: { through: string; times?: number; children: ReactNode }) {
  const id = useId()
  const places = Array.from({ length: times }, (_, index) => index * (tile.glyph + tile.gap))
  return (
    <>
      <mask id={id} maskUnits="userSpaceOnUse" x="0" y="0" width={times * (tile.glyph + tile.gap)} height={tile.glyph}>
        {places.map(x => (
          <image key={x} href={through} x={x} width={tile.glyph} height={tile.glyph} />
        ))}
      </mask>
      <g mask={`url(#${id})`}>{children}</g>
    </>
  )
}
