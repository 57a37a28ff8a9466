import { type CropBox, type CropRatio, type Crops, cropBox, type Picture, picturePath } from '#lib/media/pictures.ts'
import { placeInFrame } from './crop-boxes.ts'

/** What a ratio shows of a picture, drawn from the whole of it: true before the server has cut anything. */
export function CropView({
  picture,
  ratio,
  crops,
  focal = picture.focal,
  className,
}: {
  picture: Picture
  ratio: CropRatio
  crops: Crops
  focal?: Picture['focal']
  className?: string
}) {
  const box = cropBox({ width: picture.width, height: picture.height, focal, crops }, ratio)
  return (
    <span
      className={className}
      style={{
        ...{ display: 'block', position: 'relative', overflow: 'hidden', background: picture.colour },
        aspectRatio: ratio.replace(':', ' / '),
      }}
    >
      <img
        src={picturePath(picture, widthFor(picture, box))}
        alt=""
        draggable={false}
        style={{ position: 'absolute', maxInlineSize: 'none', ...placeInFrame(box) }}
      />
    </span>
  )
}

/** A file of which the part that is shown is some 400 pixels wide. */
function widthFor({ widths, width }: Picture, box: CropBox): number {
  return widths.find(each => each * box.width >= 400) ?? widths.at(-1) ?? width
}
