import {isRule} from '../scan/line.ts'
import type {Scan} from '../scan/scan.ts'

const TAGS_ONLY =
  /^(?:\s|&nbsp;|<\/?(?:details|summary|p|b|strong|div|br|hr|center|span|font|a|i|em|section|article|li)\b[^>]*>|\\)+$/i
const CLOSES = /^(?::{3,}|\{%-?\s*end[^%]*%\}|<\/[A-Za-z][\w.-]*\s*>)+$/
const NAVIGATES =
  /^[\W_]*(?:(?:go |jump |return )?(?:back )?(?:to )?(?:the )?(?:top|toc|table of contents?|contents?|index|menu|home|start|questions?)|back|up|prev(?:ious)?(?: question)?|next(?: question)?|volver.*|voltar.*|ir (?:arriba|al inicio)|subir|inicio|topo|haut|retour.*|nach oben|zur[uü]ck.*|torna su|наверх|вверх|назад.*|к (?:оглавлению|содержанию|началу).*|до змісту|вгору|返回.*|回到.*|目录|目錄|トップ.*|目次.*|上へ.*|맨 위.*|목차.*|lên đầu.*|về đầu.*|mục lục|yukarı.*|başa dön.*|kembali.*|ke atas|العودة.*|للأعلى|do góry|powr[oó]t.*|înapoi.*|vissza.*|zpět.*)[\W_]*$/iu
const ARROWS = /^(?:[\s[\]()⬆↑⇧🔝🔼▲▴⏫↥⤴^*_.]|\ufe0f)+$/u

/** A link, a tag, an arrow, or one of the words that need neither. */
const MAY_NAVIGATE = /[[<⬆↑⇧🔝🔼▲▴⏫↥⤴]|top|toc|наверх/iu

/** Whether a line only leads elsewhere in the document: `[⬆ Back to top](#toc)`. */
export function isNavigation(text: string): boolean {
  // Nearly all lines are prose, and end here.
  if (text.length > 240 || !MAY_NAVIGATE.test(text)) return false
  const isLinked = /\]\(\s*#|href\s*=\s*["']?#|\]\(\s*\)|\]:?\s*$/.test(text) || /<a\s/i.test(text)
  const plain = text
    .replace(/<[^>]*>/g, '')
    .replace(/\]\([^)]*\)/g, '')
    .replace(/[[\]]/g, '')
    .trim()
  if (plain.length > 60) return false
  if (plain === '') return isLinked && !/<img|!\[/i.test(text)
  if (ARROWS.test(plain)) return true
  if (NAVIGATES.test(plain))
    return isLinked || /[⬆↑⇧🔝🔼▲⏫↥]/u.test(plain) || /top|toc|наверх|topo/i.test(plain)
  // One link to a place in this document, and nothing besides.
  return /^[\W_]*\[[^\]]*\]\(#[^)]*\)[\W_]*$/u.test(text)
}

/** Whether a line at the end of an answer belongs to no answer: rules, closing tags, ways back, stray numbers. */
export function isTailNoise(scan: Scan, number: number): boolean {
  const {text, isText} = scan.at(number)
  if (text === '') return true
  if (scan.isCode(number)) return false
  if (!isText) return /^<!--|-->$/.test(text) || /^[-=]{3,}$/.test(text)
  return (
    isRule(text) ||
    TAGS_ONLY.test(text) ||
    CLOSES.test(text) ||
    /^\d{1,4}[.)]?$/.test(text) ||
    /^[-*+>•\\]$/.test(text) ||
    isNavigation(text)
  )
}

/** Whether a line at the beginning of an answer belongs to none: opening tags, comments, rules. */
export function isHeadNoise(scan: Scan, number: number): boolean {
  const {text, isText} = scan.at(number)
  if (text === '') return true
  if (scan.isCode(number)) return false
  if (!isText) return /^<!--|-->$/.test(text)
  return (
    (isRule(text) && !/^[.•·]/.test(text)) ||
    (TAGS_ONLY.test(text) && !/<\/?(?:summary|details)\b/i.test(text)) ||
    isNavigation(text)
  )
}

/** The text of an answer without the closing tags of the element around it behind its last words. */
export function withoutTailText(text: string): string {
  if (!/<\/details>\s{0,9}$/i.test(text.slice(-20))) return text
  return text
    .replace(/(?:<br\s*\/?>|\s)*(?:<\/(?:b|p|div|strong|details)>\s*)*<\/details>\s*$/i, '')
    .trimEnd()
}
