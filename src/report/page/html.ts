import {sanitizeText} from '../../render/sanitize.ts'
import {escapeHtml} from '../escape-html.ts'

/** Text that is HTML. Only `html` makes it, so nothing gets into a page without being escaped. */
export interface Html {
  readonly [isHtml]: true
  readonly text: string
}

const isHtml = Symbol('HTML')

/** What can stand in a template: HTML as it is, anything else escaped; nothing for `undefined` and `false`. */
export type HtmlValue = Html | string | number | undefined | false | readonly HtmlValue[]

/** HTML from a template. Values are escaped, so that they are text, whoever wrote them; also within quoted attributes. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const parts = strings.map((string, index) =>
    index === 0 ? string : `${textOf(values[index - 1])}${string}`,
  )
  return {[isHtml]: true, text: parts.join('')}
}

function textOf(value: HtmlValue): string {
  if (value === undefined || value === false) return ''
  if (typeof value === 'number') return formatCoordinate(value)
  if (typeof value === 'string') return escapeHtml(sanitizeText(value))
  return isList(value) ? value.map(textOf).join('') : value.text
}

function isList(value: HtmlValue): value is readonly HtmlValue[] {
  return Array.isArray(value)
}

/** To the hundredth: what lies below is not seen, and would only make the page longer. */
function formatCoordinate(value: number): string {
  return String(Math.round(value * 100) / 100)
}
