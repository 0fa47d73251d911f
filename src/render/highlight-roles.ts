import type {Role, Style} from './line.ts'

/** The library’s scopes by what they mean here. What is in none of them looks like the code around it. */
const ROLES: readonly (readonly [Role, string])[] = [
  [
    'keyword',
    'keyword name selector-tag variable.language meta meta.keyword meta-keyword doctag bullet',
  ],
  ['string', 'string regexp meta.string selector-attr'],
  ['number', 'number literal symbol variable.constant char.escape link'],
  ['comment', 'comment quote meta.prompt'],
  [
    'function',
    'title title.function title.function.invoke built_in attr attribute selector-class selector-id',
  ],
  ['type', 'type title.class title.class.inherited selector-pseudo'],
  ['heading', 'section'],
  ['code', 'code'],
  ['good', 'addition'],
  ['bad', 'deletion'],
]

const STYLES: ReadonlyMap<string, Style> = new Map<string, Style>([
  ...ROLES.flatMap(([color, scopes]) => {
    const style = {color}
    return scopes.split(' ').map((scope): [string, Style] => [scope, style])
  }),
  ['emphasis', {italic: true}],
  ['strong', {bold: true}],
])

/** What stands out by having no colour: code within code, as `${…}` in a string or CSS in HTML, and variables. */
const FRESH = /^(?:hljs-(?:subst|(?:template-)?variable)$|language-)/

/**
 * The look of a token.
 * @param classes as in `hljs-title function_`: a scope, each further level of it with one more underscore
 * @param around the look of the token that it lies in
 */
export function lookOfScope(classes: string, around: Style | undefined): Style | undefined {
  if (FRESH.test(classes)) return undefined
  const levels = classes.split(' ').map(name => name.replace(/^hljs-|_+$/g, ''))
  for (let length = levels.length; length > 0; length--) {
    const style = STYLES.get(levels.slice(0, length).join('.'))
    if (style) return style
  }
  return around
}
