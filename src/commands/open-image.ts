import type {Card} from '../core/card.ts'
import {facesOf} from '../core/faces.ts'
import {plural} from '../core/plural.ts'
import {isUserError} from '../core/user-error.ts'
import type {Terminal} from '../platform/terminal.ts'
import {type OpenableImage, openableImage} from '../render/address.ts'
import {imagesOf} from '../render/images.ts'
import {showAlone} from '../ui/images/alone.ts'
import {folderOf} from '../ui/looks/faces.ts'
import type {Suspend} from '../ui/terminal/lending.ts'
import type {Context} from './context.ts'

/** Windows that one key may open. */
const MOST = 5

/**
 * What opens the images of a card’s side, and gives what there is to say of it. Each in a program and window of its own; on a terminal
 * that draws images at the cursor, files are shown there, one after the other.
 * @param drawsImages whether the learner wants images in the terminal
 */
export function imageOpener(
  {images}: Context,
  terminal: Terminal,
  lend: Suspend,
  drawsImages: boolean,
): (card: Card, side: 'front' | 'back') => Promise<string> {
  const isShownHere = drawsImages && terminal.features.images === 'iterm2'

  const open = async (image: OpenableImage): Promise<'here' | 'outside'> => {
    const bytes = isShownHere && image.kind === 'file' ? await images.read(image) : undefined
    if (!bytes || image.kind !== 'file') {
      await images.open(image)
      return 'outside'
    }
    await lend(() => showAlone(terminal, {bytes, name: image.path.split('/').at(-1) ?? ''}))
    return 'here'
  }

  return async (card, side) => {
    const found = imagesOf(facesOf(card.content, card.variant)[side])
    const folder = folderOf(card)
    const openable = found.flatMap(({url}) => openableImage(folder, url) ?? []).slice(0, MOST)
    if (found.length === 0) return 'There is no image here.'
    if (openable.length === 0) {
      return 'Only images of the net and of the document’s folder can be opened.'
    }
    let outside = 0
    try {
      for (const image of openable) if ((await open(image)) === 'outside') outside += 1
    } catch (error) {
      if (!isUserError(error)) throw error
      return error.hint === undefined ? `${error.message}.` : `${error.message}. ${error.hint}`
    }
    return outside === 0 ? '' : `${plural(outside, 'image')} opened in another program.`
  }
}
