/**
 * Where a link or image of a document leads. A relative address is resolved against the document’s folder, so that it can be
 * followed from anywhere; any other one (`https:…`, `/absolute`, `#part`) stays as the author wrote it.
 * @param folder with `/` between its parts; none where the document has no place on disk
 */
export function addressIn(folder: string | undefined, url: string): string {
  if (folder === undefined || url === '' || /^(?:[a-z][a-z\d+.-]*:|[/#?\\])/i.test(url)) return url
  const parts = folder.split('/')
  for (const part of url.split('/')) {
    if (part === '..' && parts.length > 1) parts.pop()
    else if (part !== '.' && part !== '..') parts.push(part)
  }
  return parts.join('/')
}
