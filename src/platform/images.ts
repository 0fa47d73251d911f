import {type FileOfFolder, readImage} from './image-files.ts'
import {type Openable, openOutside} from './open-file.ts'

/** Images as documents name them. */
export interface Images {
  /** The bytes of a file in a document’s folder; nothing where it cannot be given to a terminal. */
  readonly read: (file: FileOfFolder) => Promise<Uint8Array | undefined>
  /** Shows one in another program. Settles once that was started. */
  readonly open: (image: Openable) => Promise<void>
}

export const systemImages: Images = {read: readImage, open: openOutside}
