import {escapeHtml} from '../escape-html.ts'
import type {Cell, Table} from './columns.ts'

/** A table of GitHub-flavoured Markdown. */
export function* markdownTable<Row>({columns, rows, zone}: Table<Row>): Generator<string> {
  yield `| ${columns.map(({name}) => name).join(' | ')} |\n`
  yield `|${columns.map(() => ' --- |').join('')}\n`
  for (const row of rows) {
    const cells = columns.map(({cellOf}) => escapedMarkdown(textOf(cellOf(row, zone))))
    yield `| ${cells.join(' | ')} |\n`
  }
}

function escapedMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|~$&#]/g, '\\$&').replace(/\r\n?|\n/g, '<br>')
}

const STYLE = `:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;margin:2rem}
table{border-collapse:collapse}th,td{padding:.25rem .75rem;text-align:left;vertical-align:top;border-bottom:1px solid #8886}
th{position:sticky;top:0;background:Canvas}td{white-space:pre-wrap;overflow-wrap:anywhere}td.n{text-align:right;font-variant-numeric:tabular-nums}`

/** A page of its own with a plain table: no script, nothing from elsewhere, every text escaped. */
export function* htmlTable<Row>({name, columns, rows, zone}: Table<Row>): Generator<string> {
  const title = `ebb: ${name}`
  yield `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n`
  yield `<meta name="viewport" content="width=device-width, initial-scale=1">\n`
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`
  yield `<title>${title}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n<h1>${title}</h1>\n<table>\n`
  yield `<thead><tr>${columns.map(column => `<th scope="col">${column.name}</th>`).join('')}</tr></thead>\n<tbody>\n`
  for (const row of rows) {
    const cells = columns.map(({cellOf}) => {
      const cell = cellOf(row, zone)
      return `<td${typeof cell === 'number' ? ' class="n"' : ''}>${escapeHtml(textOf(cell))}</td>`
    })
    yield `<tr>${cells.join('')}</tr>\n`
  }
  yield '</tbody>\n</table>\n</body>\n</html>\n'
}

function textOf(cell: Cell): string {
  if (cell === undefined) return ''
  return typeof cell === 'object' ? cell.join(', ') : String(cell)
}
