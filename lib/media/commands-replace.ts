import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { storage } from '#lib/storage/open.ts'
import { columnsOf, examineFile, keepOriginal, refusalOf } from './commands.ts'
import { change, check, update } from './commands-library.ts'
import { askForFiles } from './commands-make.ts'
import { retireFiles } from './commands-retire.ts'
import { pictureName } from './files.ts'
import { removeFiles } from './keep.ts'
import type { Changed, LibraryRefusal } from './library.ts'
import { hintFrom } from './media-schema.ts'

/**
 * Gives a picture another file (its path; the caller removes it), wherever it stands: it keeps its id, its words and its focal point, and loses
 * the parts that were chosen for ratios, which belonged to what it showed before. Pages that show it are made anew. Refused: not there, not
 * allowed, changed by somebody else meanwhile, a file that cannot be taken; a refusal leaves everything as it was.
 */
export async function replacePicture(
  editor: Editor,
  input: { id: string; version: number },
  upload: { file: string; title: string },
): Promise<Changed | LibraryRefusal> {
  const refusal = await check(db(), editor, 'media.replace', input)
  if (refusal) return refusal
  const { focalX, focalY } = await db().media.findUniqueOrThrow({ where: { id: input.id } })
  const name = pictureName(hintFrom(upload.title))
  try {
    const sent = await examineFile(upload.file)
    const { taken, original } = await keepOriginal(upload.file, name, { x: focalX, y: focalY })
    const outcome = await change(editor, 'media.replace', input, async (tx, row) => {
      await retireFiles(tx, { name: row.name, original: row.original })
      if (row.cropName !== null) await retireFiles(tx, { name: row.cropName, original: null })
      await update(tx, row, {
        ...columnsOf(taken),
        ...sent,
        ...{ name, original, cropName: null, crops: {}, title: upload.title || row.title },
      })
      await askForFiles(tx, row.id)
      return { action: 'media.replace', isSeen: true }
    }).catch(async error => {
      await storage().remove(original)
      throw error
    })
    if (outcome.ok) return outcome
    await storage().remove(original)
    await removeFiles(name)
    return outcome
  } catch (error) {
    await removeFiles(name)
    return refusalOf(error)
  }
}
