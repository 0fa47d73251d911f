import {sep} from 'node:path'

/** Images that are larger are not given to the terminal: it would be busy with them for long. */
const LARGEST_BYTES = 4 * 1024 * 1024

/** A file that is meant to lie in a folder or below. */
export interface FileOfFolder {
  readonly path: string
  readonly folder: string
}

/**
 * The bytes of an image in a document’s folder. Nothing where there is no such file, it is larger than four megabytes, or lies outside
 * the folder when links are followed.
 */
export async function readImage({path, folder}: FileOfFolder): Promise<Uint8Array | undefined> {
  const place = await placeWithin(folder, path)
  if (place === undefined) return undefined
  const {readFile, stat} = filesystem()
  const stats = await stat(place)
  return stats.isFile() && stats.size <= LARGEST_BYTES ? readFile(place) : undefined
}

/** Where a file really is, links followed; nothing where that is not in the folder or below, or there is none. */
export async function placeWithin(folder: string, path: string): Promise<string | undefined> {
  const {realpath} = filesystem()
  try {
    const [within, place] = await Promise.all([realpath(folder), realpath(path)])
    return place.startsWith(within.endsWith(sep) ? within : within + sep) ? place : undefined
  } catch {
    return undefined
  }
}

/** Loaded when it is needed: most commands name no image. */
function filesystem() {
  return process.getBuiltinModule('node:fs/promises')
}
