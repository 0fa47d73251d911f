/** A text without the `#hashtags` at its end, and those tags in order, without `#`. Linear in its length. */
export function splitTrailingTags(text: string): {text: string; tags: readonly string[]} {
  const tags: string[] = []
  let end = text.trimEnd().length
  while (end > 0) {
    const start = wordStart(text, end)
    const word = text.slice(start, end)
    const tag = /^#(?:\[\[([^[\]]+)\]\]|([^\s#[\]]+))$/.exec(word)
    if (tag === null) break
    tags.unshift((tag[1] ?? tag[2]) as string)
    end = text.slice(0, start).trimEnd().length
  }
  return {text: text.slice(0, end), tags}
}

/** Where the last word before `end` begins; `#[[two words]]` is one. */
function wordStart(text: string, end: number): number {
  if (text.endsWith(']]', end)) {
    const open = text.lastIndexOf('#[[', end)
    if (open >= 0 && end - open < 200) return open
  }
  let start = end
  while (start > 0 && !/\s/.test(text[start - 1] as string)) start -= 1
  return start
}
