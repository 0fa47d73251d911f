const ENTITIES = new Map([
  ['nbsp', ' '],
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Whether a field is HTML as card programs write it. */
export const isHtml = (text: string): boolean =>
  /<\/?(?:br|div|p|b|i|u|em|strong|span|ul|ol|li|img|hr|code|pre|sub|sup|font|a)\b[^<>]*>|&(?:nbsp|lt|gt|amp|quot|#\d+);/i.test(
    text,
  )

/** A field of HTML as Markdown: line breaks, emphasis, lists, images and links; other tags are dropped, text never. */
export function markdownOf(html: string): string {
  if (!isHtml(html)) return html.trim()
  return html
    .replace(/<(?:style|script)\b[^<>]*>[^<]*<\/(?:style|script)>/gi, '')
    .replace(
      /<img\b([^<>]*)>/gi,
      (_, attributes: string) =>
        `![${attribute(attributes, 'alt')}](${target(attribute(attributes, 'src'))})`,
    )
    .replace(
      /<a\b([^<>]*)>([^<]*)<\/a>/gi,
      (_, attributes: string, text: string) =>
        `[${text}](${target(attribute(attributes, 'href'))})`,
    )
    .replace(/<hr\b[^<>]*>/gi, '\n\n---\n\n')
    .replace(/\n?<br\s*\/?>\n?/gi, '  \n')
    .replace(/<pre\b[^<>]*>(?:<code\b[^<>]*>)?/gi, '\n\n```\n')
    .replace(/(?:<\/code>)?<\/pre>/gi, '\n```\n\n')
    .replace(/<\/?code\b[^<>]*>/gi, '`')
    .replace(
      /<(b|strong)(?:\s[^<>]*)?>((?:[^<]|<(?!\/?(?:b|strong)\b))*)<\/\1>/gi,
      (_, _tag, text: string) => emphasized('**', text),
    )
    .replace(
      /<(i|em)(?:\s[^<>]*)?>((?:[^<]|<(?!\/?(?:i|em)\b))*)<\/\1>/gi,
      (_, _tag, text: string) => emphasized('*', text),
    )
    .replace(/<li\b[^<>]*>\s*/gi, '\n- ')
    .replace(/<\/?(?:ul|ol|p)\b[^<>]*>/gi, '\n\n')
    .replace(/<div\b[^<>]*>/gi, '\n')
    .replace(
      /<\/?(?:div|li|span|font|u|b|i|em|strong|a|sub|sup|table|tbody|thead|tr|td|th|center|big|small|h[1-6])\b[^<>]*>/gi,
      '',
    )
    .replace(
      /&(?:#(\d{1,6})|(\w{2,6}));/g,
      (whole, code: string | undefined, name: string | undefined) => character(code, name) ?? whole,
    )
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trim()
}

function emphasized(mark: string, html: string): string {
  const text = html.trim()
  // Emphasis does not reach over line breaks in Markdown.
  if (text === '' || text.includes('\n')) return html
  return html.replace(text, () => mark + text + mark)
}

const attribute = (attributes: string, name: string): string =>
  new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i')
    .exec(attributes)
    ?.slice(1)
    .find(value => value !== undefined) ?? ''

const target = (url: string): string => (/[\s()]/.test(url) ? `<${url}>` : url)

function character(code: string | undefined, name: string | undefined): string | undefined {
  if (name !== undefined) return ENTITIES.get(name.toLowerCase())
  const point = Number(code)
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined
}
