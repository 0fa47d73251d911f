import {type Html, type HtmlValue, html} from './html.ts'

/** What the pieces of a chart stand for, each drawn in its own colour and named in a legend. */
export interface Series {
  readonly name: string
  /** The colour, by its name in the style sheet. */
  readonly tone: Tone
}

export type Tone =
  | 'new'
  | 'learning'
  | 'young'
  | 'mature'
  | 'again'
  | 'hard'
  | 'good'
  | 'easy'
  | 'plain'
  | 'soft'

/** A table of numbers, the first column of which names the row. */
export interface NumberTable {
  readonly head: readonly string[]
  /** Columns of words, by their names in the head. */
  readonly words?: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** A chart as it is drawn, with what it tells in one sentence for those who do not see it. */
export interface Drawing {
  readonly svg: Html
  readonly series: readonly Series[]
}

interface FigureOptions {
  readonly id: string
  readonly title: string
  /** One sentence below the title. */
  readonly note?: HtmlValue
  readonly drawing?: Drawing | undefined
  readonly table: NumberTable
  /** Whether the table is the figure, and not folded away below it. */
  readonly isOpen?: boolean
  readonly isWide?: boolean
}

/** A chart under its title, with the numbers that it is drawn from in a table below. */
export function figure({id, title, note, drawing, table, isOpen, isWide}: FigureOptions): Html {
  const numbers = isOpen
    ? tableOf(table)
    : html`<details><summary>Numbers</summary>${tableOf(table)}</details>`
  return html`<section id="${id}"${isWide && html` class="wide"`}><h2>${title}</h2>
${note !== undefined && html`<p class="note">${note}</p>`}
${drawing && html`<div class="chart">${drawing.svg}</div>${legend(drawing.series)}`}
${numbers}</section>
`
}

/** An SVG image in the page’s own measure, named for screen readers. */
export function svg(label: string, width: number, height: number, content: HtmlValue): Html {
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${content}</svg>`
}

function legend(series: readonly Series[]): Html | undefined {
  if (series.length < 2) return undefined
  const items = series.map(
    ({name, tone}) => html`<li><span class="key ${tone}"></span>${name}</li>`,
  )
  return html`<ul class="legend">${items}</ul>`
}

function tableOf({head, words = [], rows}: NumberTable): Html {
  if (rows.length === 0) return html`<p class="note">Nothing to count yet.</p>`
  const styles = head.map(name => words.includes(name) && html` class="text"`)
  const headers = head.map((name, at) => html`<th scope="col"${styles[at]}>${name}</th>`)
  const body = rows.map(([name = '', ...values]) => {
    const cells = values.map((value, at) => html`<td${styles[at + 1]}>${cellOf(value)}</td>`)
    return html`<tr><th scope="row">${cellOf(name)}</th>${cells}</tr>\n`
  })
  return html`<div class="table"><table><thead><tr>${headers}</tr></thead><tbody>
${body}</tbody></table></div>`
}

function cellOf(value: string | number): string {
  return typeof value === 'number' ? value.toLocaleString('en-US').replace(/,/g, '\u202f') : value
}
