/** First characters that begin nothing but a paragraph: letters. */
const FIRST = /^[A-Za-z\u00c0-\u024f\u0370-\u052f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3“‘„«¿¡]/
/** What may mean something anywhere in a line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const MARKUP = /[\0-\x1f\\`*_~[\]<>&$@|{}=\x7f]|:(?! )|www\.|\s$|^\S+$/i

/**
 * Whether a text is a single line of words, in which no Markdown is and no address: most questions are. No parser has to be loaded for it.
 * False says nothing.
 */
export function isPlainLine(text: string): boolean {
  return FIRST.test(text) && !MARKUP.test(text)
}
