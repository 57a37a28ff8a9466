import type { Owned } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { LibraryPicture, PictureStatus } from './library.ts'
import { cutsSchema, formatsSchema, storedCropsSchema } from './media-schema.ts'
import { currentRecipe, type Planned } from './recipe.ts'

// A row of pictures as the desk has it.

export const libraryInclude = { uploadedBy: { select: { id: true, name: true } } } satisfies Prisma.MediaInclude
export type LibraryRow = Prisma.MediaGetPayload<{ include: typeof libraryInclude }>

export function toLibraryPicture(row: LibraryRow): LibraryPicture {
  const status = statusOf(row)
  return {
    id: row.id,
    name: row.name,
    cropName: row.cropName ?? row.name,
    ...{ width: row.width, height: row.height, widths: row.widths },
    formats: formatsSchema.parse(row.formats),
    cuts: cutsSchema.parse(row.cuts),
    cardBytes: row.cardBytes,
    colour: row.colour,
    ...{ title: row.title, alt: row.alt, isDecorative: row.isDecorative, caption: row.caption, credit: row.credit },
    ...{ licence: row.licence, licenceUrl: row.licenceUrl },
    focal: { x: row.focalX, y: row.focalY },
    crops: storedCropsSchema.parse(row.crops),
    status,
    progress: status === 'ready' ? 100 : row.progress,
    problem: row.problem,
    bytes: row.bytes,
    uploadedBy: row.uploadedBy,
    createdAt: row.createdAt.toISOString(),
    version: row.version,
  }
}

/** Whether all of a picture's files are made. */
export function statusOf(row: Pick<LibraryRow, 'state' | 'problem' | 'recipe'>): PictureStatus {
  if (row.state === 'failed' || row.problem !== '') return 'failed'
  return row.state === 'processing' || row.recipe < currentRecipe ? 'making' : 'ready'
}

/** What its files follow from. */
export function plannedOf(
  row: Pick<LibraryRow, 'name' | 'cropName' | 'width' | 'height' | 'focalX' | 'focalY'> & { crops: unknown },
): Planned {
  return {
    ...{ name: row.name, cropName: row.cropName ?? row.name, width: row.width, height: row.height },
    focal: { x: row.focalX, y: row.focalY },
    crops: storedCropsSchema.parse(row.crops),
  }
}

export function ownedPicture({ uploadedById }: { uploadedById: string | null }, isLive: boolean): Owned {
  return { createdById: uploadedById, criticIds: [], wasPublished: isLive }
}
