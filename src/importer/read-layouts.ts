import type {Diagnostic} from '../core/diagnostic.ts'
import type {ParsedNote} from '../core/note.ts'
import {accountFor} from './account.ts'
import {type Followed, followedOf} from './conventions/choose.ts'
import {conventionsOf} from './conventions/convention.ts'
import {intervalsOf} from './conventions/intervals.ts'
import {frontMatterOf} from './front-matter.ts'
import {LAYOUTS} from './layouts/all.ts'
import type {Reading, SourceText} from './reading.ts'
import {reasonsOf, type Unanswered} from './reasons.ts'
import {type Scan, scan as scanSource} from './scan/scan.ts'

/** What is known of a document before it is read. */
export interface Knowledge {
  /** Name of the only layout or syntax to be tried. */
  readonly layout?: string
  /** Name of the layout or syntax as which the document was read before. */
  readonly expected?: string
}

/** Read a document by the conventions that it follows; without notes where it follows none. */
export function readLayouts(source: SourceText, knowledge: Knowledge = {}): Reading {
  const scan = scanSource(source)
  const followed = followedAs(scan, knowledge)
  const [first] = followed
  const front = frontMatterOf(source.lines)
  const tags = front?.tags ?? []
  const notes = followed
    .flatMap(({asked}) =>
      asked
        .filter(question => question.isAnswered)
        .map(question => ({
          content: {kind: 'basic' as const, question: question.question, answer: question.answer},
          line: question.line,
          endLine: question.endLine,
          section: scan.outline.pathAt(question.line, question.mark.level),
          tags,
        })),
    )
    .sort((a, b) => a.line - b.line || a.endLine - b.endLine)
  const unanswered = unansweredOf(followed, notes)
  return {
    name: first?.convention.layout.name ?? 'none',
    confidence: first?.score.sureness ?? 0,
    notes,
    ...(front?.deck !== undefined && {deck: front.deck}),
    tags,
    diagnostics: [
      ...(front?.diagnostics ?? []),
      ...unanswered.map(withoutAnswer),
      ...scan.unclosedFences.map(unclosedFence),
    ],
    account: accountFor(source.lines, notes, reasonsOf(scan, notes, unanswered)),
  }
}

/** What the document follows; what it followed before wins unless most of it is gone. */
function followedAs(scan: Scan, {layout, expected}: Knowledge): readonly Followed[] {
  if (layout !== undefined) {
    const layouts = LAYOUTS.filter(({name}) => name === layout)
    return followedOf(
      scan,
      conventionsOf(scan, layouts, () => true),
      {isForced: true},
    )
  }
  const followed = followedOf(
    scan,
    conventionsOf(scan, LAYOUTS, () => false),
  )
  if (expected === undefined || followed[0]?.convention.layout.name === expected) return followed
  const layouts = LAYOUTS.filter(({name}) => name === expected)
  const known = followedOf(
    scan,
    conventionsOf(scan, layouts, () => true),
    {expected},
  )
  return isStillThere(answeredIn(known), answeredIn(followed)) ? known : followed
}

const answeredIn = (followed: readonly Followed[]): number =>
  followed.reduce((sum, {asked}) => sum + asked.filter(({isAnswered}) => isAnswered).length, 0)

/** Whether a known reading that finds `known` notes holds against another that finds `others`. */
export const isStillThere = (known: number, others: number): boolean =>
  known > 0 && known >= 0.5 * others

function unansweredOf(
  followed: readonly Followed[],
  notes: readonly ParsedNote[],
): readonly Unanswered[] {
  const taken = intervalsOf(notes)
  return followed
    .flatMap(({asked}) => asked.filter(question => !question.isAnswered))
    .map(({line, mark}) => ({line, endLine: Math.max(line, mark.body - 1)}))
    .filter(({line}) => !taken.meets({line, endLine: line}))
    .sort((a, b) => a.line - b.line)
}

function withoutAnswer({line}: Unanswered): Diagnostic {
  return {
    line,
    column: 1,
    severity: 'warning',
    rule: 'question-without-answer',
    message: 'Unexpected question without answer, expected text below it.',
  }
}

function unclosedFence(line: number): Diagnostic {
  return {
    line,
    column: 1,
    severity: 'warning',
    rule: 'unclosed-fence',
    message: 'Unexpected closing tag in a code fence, expected the fence to be closed above it.',
  }
}
