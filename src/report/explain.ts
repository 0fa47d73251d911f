import {sanitizeText} from '../render/sanitize.ts'
import type {NamedDocument} from './import-summary.ts'

/** Block by block, what the importer took each for and why: `notes.md:12–20  card  question and answer`. */
export function formatExplanation(documents: readonly NamedDocument[]): string {
  return documents
    .map(({name, document}) => {
      const {layout, account} = document.parsed
      const lines = account.map(({line, endLine, taken, reason}) => {
        const place = line === endLine ? String(line) : `${line}–${endLine}`
        return `  ${place.padStart(11)}  ${taken.padEnd(10)}  ${reason}\n`
      })
      return sanitizeText(`${name}: read as ${layout}\n${lines.join('')}`)
    })
    .join('')
}
