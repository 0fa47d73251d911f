import {type DrawnImage, MOST_ROWS} from '../../render/image-cells.ts'
import {deleteImage, placeInCells, transmitPng} from './kitty.ts'
import {pngSize} from './png.ts'

/** A file in the folder of a document. */
export interface ImageFile {
  readonly path: string
  readonly folder: string
}

export interface ImageStoreOptions {
  /** The bytes of an image; nothing where it cannot be read, or is too large to be given to a terminal. */
  readonly readImage: (file: ImageFile) => Promise<Uint8Array | undefined>
  /** Writes to the terminal between two frames. */
  readonly write: (sequences: string) => void
  /** Images that were asked for can be drawn now. */
  readonly onReady: () => void
}

/** The images that the terminal holds for this program. */
export interface ImageStore {
  /** At once where the terminal holds the image; else nothing, and it follows. */
  readonly draw: (file: ImageFile, columns: number) => DrawnImage | undefined
  /** Gives the terminal all images once more: another program had the screen, and the terminal may have forgotten them. */
  readonly restore: () => void
  /** The terminal is to forget them. */
  readonly close: () => void
}

/** Terminals keep images by number, and programs choose the numbers. These are hardly another one’s. */
const FIRST_ID = 0xebb000
/** Images that are kept; the one that was drawn longest ago makes way. */
const KEPT = 16
/** Images of one side of a card: with more, those of both sides would drive each other out, and be read over and over. */
export const MOST_PER_SIDE = KEPT / 2
/** What is larger is not given to the terminal: it holds four bytes for each pixel, however small the file is. */
const MOST_PIXELS = 32_000_000
/** What a cell usually measures: terminals do not say so without being asked. */
const CELL = {width: 9, height: 18}

interface Held {
  readonly id: number
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
  /** The columns and rows that the terminal was last told. */
  placed: string
}

/** Reads images while the learner reads, gives each to the terminal once, and tells it how many cells to fill. */
export function createImageStore({readImage, write, onReady}: ImageStoreOptions): ImageStore {
  /** By path; nothing for what cannot be drawn. */
  const images = new Map<string, Held | undefined>()
  let reading = 0
  let made = 0
  let isClosed = false

  const read = async (file: ImageFile): Promise<void> => {
    reading += 1
    const png = await readImage(file).catch(() => undefined)
    reading -= 1
    const size = png && pngSize(png)
    if (isClosed) return
    if (png && size && size.width * size.height <= MOST_PIXELS) hold(file.path, png, size)
    if (reading === 0) onReady()
  }

  const hold = (path: string, png: Uint8Array, size: {width: number; height: number}): void => {
    const id = FIRST_ID + (made % 0xfff) + 1
    made += 1
    write(transmitPng(id, png))
    images.set(path, {id, png, ...size, placed: ''})
    const held = [...images].filter(([, image]) => image !== undefined)
    for (const [oldest, image] of held.slice(0, Math.max(0, held.length - KEPT))) {
      images.delete(oldest)
      if (image) write(deleteImage(image.id))
    }
  }

  return {
    draw: (file, room) => {
      const {path} = file
      const image = images.get(path)
      if (image === undefined) {
        if (!images.has(path) && !isClosed) {
          images.set(path, undefined)
          void read(file)
        }
        return undefined
      }
      images.delete(path)
      images.set(path, image)
      const {columns, rows} = cellsFor(image, room)
      const placed = placeInCells(image.id, columns, rows)
      if (placed !== image.placed) write(placed)
      image.placed = placed
      return {id: image.id, columns, rows}
    },
    restore: () => {
      if (isClosed) return
      for (const image of images.values())
        if (image) write(transmitPng(image.id, image.png) + image.placed)
    },
    close: () => {
      isClosed = true
      for (const image of images.values()) if (image) write(deleteImage(image.id))
    },
  }
}

/** As large as it is, or smaller where it would be wider than the room or higher than images may be. */
function cellsFor({width, height}: Pick<Held, 'width' | 'height'>, room: number) {
  const scale = Math.min(1, (room * CELL.width) / width, (MOST_ROWS * CELL.height) / height)
  const cells = (pixels: number, size: number, most: number) =>
    Math.max(1, Math.min(most, Math.ceil((pixels * scale) / size)))
  return {
    columns: cells(width, CELL.width, room),
    rows: cells(height, CELL.height, MOST_ROWS),
  }
}
