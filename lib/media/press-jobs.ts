import { z } from 'zod'
import { cropRatios, pictureFormats } from './pictures.ts'

// What the press and the process that decodes say to each other.

const box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
const focal = z.object({ x: z.number(), y: z.number() })

const planned = z.object({
  file: z.string(),
  format: z.enum(pictureFormats),
  box: box.nullable(),
  width: z.number(),
  height: z.number().nullable(),
})

/** `take`: look at an upload and make the first files of it. `draw`: make these files. Both read `source` and write into `folder`. */
export const jobSchema = z.discriminatedUnion('task', [
  z.object({
    task: z.literal('take'),
    source: z.string(),
    folder: z.string(),
    name: z.string(),
    focal,
    crops: z.partialRecord(z.enum(cropRatios), box),
  }),
  z.object({ task: z.literal('draw'), source: z.string(), folder: z.string(), files: z.array(planned) }),
])
export type PressJob = z.infer<typeof jobSchema>

export const takenSchema = z.object({
  width: z.number(),
  height: z.number(),
  colour: z.string(),
  likeness: z.string().transform(BigInt),
  widths: z.array(z.number()),
  cardBytes: z.number(),
  files: z.array(z.string()),
})
/** What is known of an upload that was looked at, and the files that were made of it. */
export type Taken = z.infer<typeof takenSchema>

/** Bytes of each file that was made, by name. */
export const drawnSchema = z.record(z.string(), z.number())
export type Drawn = z.infer<typeof drawnSchema>

/** From the process: how many files are made; how it ended, and how many bytes of memory it holds. `refused` is for the person who uploaded it. */
export const wordSchema = z.union([
  z.object({ made: z.number() }),
  z.object({ result: z.unknown(), holds: z.number() }),
  z.object({ refused: z.string() }),
  z.object({ failed: z.string(), code: z.string().optional() }),
])
