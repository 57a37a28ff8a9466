import sharp from 'sharp'
import { type CardContent, cardDrawing } from './cards.ts'
import { cardColours, ground, houseMark, sun } from './ground.ts'
import { ratingMark } from './marks.ts'
import { type TextImage, textImage } from './text-image.ts'

const { width } = cardDrawing
const margin = 72
const inner = width - 2 * margin
/** What each line may take of the height: from where, and how much. The title stands on the floor of its room. */
const rooms = {
  head: { top: 46, height: 48 },
  title: { floor: 346, height: 206 },
  mark: { top: 386, height: 148 },
  critics: { top: 556, height: 40 },
}
/** The publication's mark, before its name. */
const sign = { size: 40, gap: 18 }
const titleSizes = [144, 128, 112, 98, 86, 76, 66, 58, 50, 44]

/** Draws the card of a verdict: a PNG of 1200 × 630, some 30 to 50 KB. Anything may stand in the texts; see `textImage`. */
export async function drawVerdictCard(content: CardContent): Promise<Buffer> {
  const { language } = content
  const colours = cardColours(content.theme)
  const display = { family: 'Fraunces', language, width: inner } as const
  const plain = { family: 'Instrument Sans', colour: colours.soft, language, width: inner } as const
  const mark = await ratingMark(content, inner)
  const beside = mark.sentence === 'beside' ? mark.width + 36 : 0
  const markTop = rooms.mark.top + (mark.sentence === 'below' ? 0 : (rooms.mark.height - mark.height) / 2)
  const sentenceTop = mark.sentence === 'below' ? markTop + mark.height + 18 : markTop
  const sentenceHeight = rooms.mark.top + rooms.mark.height - sentenceTop
  // Both ends of the first line: what was reviewed may take a half of it.
  const detail = await textImage(content.detail, {
    ...plain,
    sizes: [32, 28, 24, 20],
    width: inner / 2 - 24,
    height: rooms.head.height,
  })
  const [name, title, sentence, critics] = await Promise.all([
    textImage(content.publication, {
      ...display,
      colour: colours.strong,
      sizes: [38, 32, 27, 22],
      width: inner - sign.size - sign.gap - 48 - (detail?.width ?? 0),
      height: rooms.head.height,
    }),
    textImage(content.title, {
      ...display,
      colour: colours.ink,
      sizes: titleSizes,
      height: rooms.title.height,
      isBalanced: true,
    }),
    mark.sentence === 'inside'
      ? null
      : textImage(content.range || content.sentence, {
          ...display,
          colour: colours.ink,
          sizes: [48, 42, 36, 30, 26],
          width: inner - beside,
          height: mark.sentence === 'below' ? sentenceHeight : 120,
        }),
    textImage(content.critics, { ...plain, sizes: [32, 28, 24, 20], height: rooms.critics.height }),
  ])
  /** From where reading begins: the left, or for a title that runs the other way the right. */
  const isFromRight = runsFromRight(content.title)
  const from = (x: number, wide: number) => Math.round(isFromRight ? width - x - wide : x)
  const place = (image: TextImage | null, x: number, top: number) =>
    image ? [{ ...image.picture, left: from(x, image.width), top: Math.round(top) }] : []
  const within = (room: number, image: TextImage | null) => (room - (image?.height ?? 0)) / 2
  const drawn = [
    sun(isFromRight ? 190 : 1010, 640, { first: 90, apart: 74, rings: 7, colour: colours.ring }),
    `<g transform="translate(${from(margin, sign.size)} ${rooms.head.top + (rooms.head.height - sign.size) / 2}) scale(${sign.size / 24})">${houseMark(colours)}</g>`,
    `<g transform="translate(${from(margin, mark.width)} ${markTop})">${mark.svg}</g>`,
  ]
  return (
    sharp(ground(cardDrawing, drawn.join(''), colours))
      .composite([
        ...place(name, margin + sign.size + sign.gap, rooms.head.top + within(rooms.head.height, name)),
        ...place(detail, width - margin - (detail?.width ?? 0), rooms.head.top + within(rooms.head.height, detail)),
        ...place(title, margin, rooms.title.floor - (title?.height ?? 0)),
        ...place(
          mark.inside,
          margin + (mark.width - (mark.inside?.width ?? 0)) / 2,
          markTop + within(mark.height, mark.inside),
        ),
        ...place(sentence, margin + beside, sentenceTop + (beside ? within(mark.height, sentence) : 0)),
        ...place(critics, margin, rooms.critics.top + within(rooms.critics.height, critics)),
      ])
      // Half the bytes of all colours, for 25 ms: networks fetch it far more often than it is drawn.
      .png({ palette: true, effort: 1, dither: 0 })
      .toBuffer()
  )
}

/** Whether the first letter is of a script that is read from the right. */
function runsFromRight(text: string): boolean {
  return /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text)
}
