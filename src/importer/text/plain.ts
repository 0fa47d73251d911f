/** What a piece of inline Markdown says: links and emphasis as their text, images, anchors and tags gone. */
export function plainOf(markdown: string): string {
  const text = markdown.slice(0, 1_000)
  // Most headings and answers are words alone.
  if (!/[![<{*_`~]|\s\s|[^\S ]/.test(text)) return text.trim()
  return text
    .replace(/!\[[^\]]*\](?:\([^)]*\))?/g, '')
    .replace(/\[(?:\[?[⬆↑⇧🔝][^\]]*\]?|\^[^\]]*)\](?:\([^)]*\))?/gu, '')
    .replace(/\[([^[\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/\{#[^}]*\}/g, '')
    .replace(/(\*\*|__|~~|`)/g, '')
    .replace(/(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}
