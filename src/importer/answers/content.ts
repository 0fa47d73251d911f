import {parseMarkdown} from '../../markdown/parse.ts'
import {plainOf} from '../text/plain.ts'
import {isNavigation} from './apparatus.ts'
import {isOnlyLinks} from './links.ts'

const PLACEHOLDER =
  /^[\W_]*(?:answer(?: (?:here|goes here|coming soon|pending|needed|me))?|(?:your )?answer here|todo|to do|tbd|tba|wip|work in progress|fixme|n\/a|none|coming soon|to be (?:added|answered|done|updated|continued)|(?:add|write|put) (?:your |the |an )?answer(?: here)?|not answered(?: yet)?|no answer(?: yet)?|pending|placeholder|lorem ipsum|待补充|待完善|暂无(?:答案)?|未完成|準備中|작성 ?중|추가 예정|скоро|pendiente|em breve|por hacer)[\W_]*$/iu

/** Longer answers than this hold more than a link. */
const MAX_LINKS = 1_000

/** A first line longer than any placeholder, without a link, a tag or a question. */
const BEGINS_TO_TELL = /^(?!\W*(?:hint|tip)\b)[^\n[<?？؟]{60}/iu

/** Whether an answer says something: more than a link, a placeholder, a hint, or other questions. */
export function saysSomething(answer: string): boolean {
  if (answer.length > 4_000 || BEGINS_TO_TELL.test(answer)) return true
  if (/^\s*(?:```|~~~|\$\$)/m.test(answer)) return /[^\s`~$]/.test(answer)
  const lines = answer
    .replace(/<!--[\s\S]*?-->/g, '')
    .split('\n')
    .map(line => line.trim())
    .filter(
      line =>
        line !== '' && !isNavigation(line) && /[\p{L}\p{N}\p{S}]|[^\w\s]/u.test(withoutTags(line)),
    )
  if (lines.length === 0) return false
  if (PLACEHOLDER.test(plainOf(lines.join(' ')))) return false
  if (answer.length <= MAX_LINKS && /[[<]/.test(answer) && isOnlyLinks(parseMarkdown(answer)))
    return false
  if (lines.every(isOtherQuestion)) return false
  return !(
    lines.length === 1 &&
    /^\(?\s*(?:hint|tip|подсказка|ヒント|提示|힌트)\s*[:：]/iu.test(lines[0] as string)
  )
}

/** One question and nothing else, as an item or a heading. */
const isOtherQuestion = (line: string): boolean =>
  /^(?:[-*+•]|\d+[.)]|#{1,6})\s/.test(line) &&
  /[?？؟]\W*$/u.test(line) &&
  !/[:：.。]\s/u.test(line.replace(/^\d+[.)]\s/, ''))

const withoutTags = (line: string): string =>
  /<img\b/i.test(line) ? line : line.replace(/<\/?[a-z][^>]*>/gi, '').trim()
