import {parseMarkdown} from '../markdown/parse.ts'

/** A piece of HTML. Comments, declarations and processing instructions leave none. */
export type HtmlToken =
  | {readonly type: 'text'; readonly value: string}
  | {
      readonly type: 'open'
      readonly name: string
      readonly attributes: Attributes
      readonly raw: string
      /** Where it begins in the HTML, in UTF-16 units. */
      readonly at: number
    }
  | {readonly type: 'close'; readonly name: string; readonly raw: string}

/** Attributes by lower-case name. */
export type Attributes = ReadonlyMap<string, string>

const TOKENS =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<[!?][^>]*(?:>|$)|<\/([a-zA-Z][^\s>/]*)[^>]*>|<([a-zA-Z][^\s>/]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|[^<]+|</g

/** HTML in pieces. Takes any text: what is no tag is text. Entities are decoded. */
export function tokenizeHtml(html: string): readonly HtmlToken[] {
  const tokens: HtmlToken[] = []
  for (const match of html.matchAll(TOKENS)) {
    const [raw, data, closed, opened, attributes] = match
    if (data !== undefined) tokens.push({type: 'text', value: data})
    else if (closed !== undefined) tokens.push({type: 'close', name: closed.toLowerCase(), raw})
    else if (opened !== undefined) {
      const name = opened.toLowerCase()
      tokens.push({
        type: 'open',
        name,
        attributes: attributesOf(attributes ?? ''),
        raw,
        at: match.index,
      })
    } else if (!/^<[!?]/.test(raw)) tokens.push({type: 'text', value: decodeEntities(raw)})
  }
  return tokens
}

const ATTRIBUTES = /([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g

function attributesOf(text: string): Attributes {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTES)) {
    attributes.set(name.toLowerCase(), decodeEntities(double ?? single ?? bare ?? ''))
  }
  return attributes
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/g, decodeEntity)
}

/** Markdown has the same entities, and its parser knows all two thousand of them. */
function decodeEntity(entity: string): string {
  const paragraph = parseMarkdown(entity).children[0]
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
  return text?.type === 'text' ? text.value : entity
}

const ELEMENTS = new Set(
  `a abbr acronym address area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas caption center
  cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form
  frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee
  math menu meta meter nav nobr noframes noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt
  rtc ruby s samp script search section select slot small source span strike strong style sub summary sup svg table tbody td
  template textarea tfoot th thead time title tr track tt u ul var video wbr xmp`.split(/\s+/),
)

/** Whether HTML has such an element. What has none, as `<T>` in `List<T>`, was hardly meant as a tag. */
export function isElement(name: string): boolean {
  return ELEMENTS.has(name)
}

const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

/** Whether the element never has content and a closing tag. */
export function isVoid(name: string): boolean {
  return VOID.has(name)
}
