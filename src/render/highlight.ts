import highlighter from 'highlight.js/lib/core'
import {EMBEDDED, GRAMMARS, type Language, languageOf} from './highlight-languages.ts'
import {lookOfScope} from './highlight-roles.ts'
import type {Span, Style} from './line.ts'

/** Longer code is left plain: the grammars’ time is bounded by this alone. It is some three hundred lines. */
const MAX_LENGTH = 10_000
/** Grammars look far ahead within a line; nobody writes by hand what is longer. */
const LONGER_LINE = /[^\n]{501}/

/**
 * Code in the colours of its language; plain where the language is none that is known, or the code too long. The spans’
 * texts are together the code. Never throws.
 * @param language what the author wrote after the fence
 */
export function highlightCode(code: string, language: string): readonly Span[] {
  if (code === '') return []
  const plain = [{text: code}]
  const known = languageOf(language)
  if (known === undefined || code.length > MAX_LENGTH || LONGER_LINE.test(code)) return plain
  register(known)
  try {
    const {value} = highlighter.highlight(code, {language: known, ignoreIllegals: true})
    const spans = spansOf(value)
    return spans.map(span => span.text).join('') === code ? spans : plain
  } catch {
    // A grammar’s own mistake: colours are not worth a lost review.
    return plain
  }
}

/** Grammars are made when they are first asked for: all of them would take as long as reading the whole chunk. */
function register(language: Language): void {
  if (highlighter.getLanguage(language)) return
  // What a grammar guesses the language of, as the body of an HTTP message, is one of these.
  highlighter.configure({languages: ['json', 'xml']})
  highlighter.registerLanguage(language, GRAMMARS[language])
  for (const embedded of EMBEDDED[language] ?? []) register(embedded)
}

const TOKENS = /<span class="([^"]*)">|(<\/span>)|&(amp|lt|gt|quot|#x27);|[^<&]+/g

const CHARACTERS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
}

/** The library’s one public form of a result is HTML: spans with a class, and five entities. */
function spansOf(html: string): readonly Span[] {
  const spans: Span[] = []
  const open: (Style | undefined)[] = []
  let style: Style | undefined
  for (const [text, scope, closing, entity] of html.matchAll(TOKENS)) {
    if (scope !== undefined) {
      open.push(style)
      style = lookOfScope(scope, style)
    } else if (closing !== undefined) style = open.pop()
    else append(spans, entity === undefined ? text : (CHARACTERS[entity] ?? ''), style)
  }
  return spans
}

function append(spans: Span[], text: string, style: Style | undefined): void {
  const last = spans.at(-1)
  if (last !== undefined && last.style === style) {
    spans[spans.length - 1] = {...last, text: last.text + text}
  } else spans.push(style ? {text, style} : {text})
}
