/** What is not relative to a folder. */
const HAS_ITS_OWN_PLACE = /^(?:[a-z][a-z\d+.-]*:|[/#?\\])/i

/**
 * Where a link or image of a document leads. A relative address is resolved against the document’s folder, so that it can be
 * followed from anywhere; any other one (`https:…`, `/absolute`, `#part`) stays as the author wrote it.
 * @param folder with `/` between its parts; none where the document has no place on disk
 */
export function addressIn(folder: string | undefined, url: string): string {
  if (folder === undefined || url === '' || HAS_ITS_OWN_PLACE.test(url)) return url
  const parts = folder.split('/')
  for (const part of url.split('/')) {
    if (part === '..' && parts.length > 1) parts.pop()
    else if (part !== '.' && part !== '..') parts.push(part)
  }
  return parts.join('/')
}

/** The addresses that a link may lead to: those of the net, and of letters. */
const OPENABLE = /^(?:https?|mailto):/i

/**
 * What a terminal may be told to open for a link of a document: an address of the net, or a file in the document’s folder or below.
 * Nothing else, whoever wrote it: `file:` may name any file of this machine, and on Windows of others.
 */
export function openableAddress(folder: string | undefined, url: string): string | undefined {
  if (OPENABLE.test(url)) return url
  const path = localPath(folder, url)
  if (path === undefined) return undefined
  const encoded = path
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/^([a-z])%3A/i, '$1:')
  return `file://${encoded.startsWith('/') ? '' : '/'}${encoded}`
}

/**
 * The file that a relative address of a document means, `%20` and the like decoded, without what follows `#` or `?`. Nothing where that
 * is not a file in the document’s folder or below. Links of the file system may still lead out of it.
 */
function localPath(folder: string | undefined, url: string): string | undefined {
  if (folder === undefined || url === '' || HAS_ITS_OWN_PLACE.test(url)) return undefined
  const name = decoded(url.replace(/[#?].*$/s, ''))
  if (name === undefined || name.includes('\0')) return undefined
  const path = addressIn(folder, name.replaceAll('\\', '/'))
  return path.startsWith(`${folder}/`) ? path : undefined
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** Endings of the images that may be opened. Another program is given them: nothing that it would run is among them. */
const IMAGE_ENDING = /\.(?:png|jpe?g|gif|webp|svg|bmp|avif|tiff?|heic|ico)$/i

/** What another program may be asked to show of an image: an address of the net, or the path of a file. */
export type OpenableImage =
  | {readonly kind: 'net'; readonly address: string}
  | {readonly kind: 'file'; readonly path: string; readonly folder: string}

/** The image that an address in a document of a folder means; nothing where it may not be opened. */
export function openableImage(folder: string | undefined, url: string): OpenableImage | undefined {
  if (/^https?:/i.test(url)) return {kind: 'net', address: url}
  const path = localPath(folder, url)
  if (path === undefined || folder === undefined || !IMAGE_ENDING.test(path)) return undefined
  return {kind: 'file', path, folder}
}
