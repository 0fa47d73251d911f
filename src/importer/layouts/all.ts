import {answeredLines} from './answered-lines.ts'
import {bareQuestions} from './bare-questions.ts'
import {boldLeads} from './bold-leads.ts'
import {boldLines} from './bold-lines.ts'
import {bracketLabels} from './bracket-labels.ts'
import {bullets} from './bullets.ts'
import {components} from './components.ts'
import {containers} from './containers.ts'
import {details} from './details.ts'
import {headings} from './headings.ts'
import {htmlHeadings} from './html-headings.ts'
import {labels} from './labels.ts'
import type {Layout} from './layout.ts'
import {numberedLines} from './numbered-lines.ts'
import {revealed} from './revealed.ts'
import {speakers} from './speakers.ts'
import {tables} from './tables.ts'

/** Every layout, the more explicit marks first: of two that explain a document alike, the first is taken. */
export const LAYOUTS: readonly Layout[] = [
  bracketLabels,
  labels,
  speakers,
  headings,
  htmlHeadings,
  details,
  components,
  containers,
  tables,
  boldLines,
  bullets,
  numberedLines,
  revealed,
  answeredLines,
  boldLeads,
  bareQuestions,
]
