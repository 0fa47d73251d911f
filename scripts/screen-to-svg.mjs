// Draws a terminal's screen as SVG: text as text, lines and blocks as shapes, so that columns and corners meet in any font.

const FONT_SIZE = 14
const CELL = {width: 8.4, height: 20}
const BASELINE = 14.5
const PADDING = {x: 14, y: 16}

/** The sixteen colours of a terminal by their number, on a light and on a dark ground. */
const THEMES = {
  light: {
    ground: '#fbfaf7',
    frame: '#d9d5cb',
    text: '#2f3437',
    muted: '#80868b',
    colors: {
      1: '#b3372f',
      2: '#3f7a34',
      3: '#946200',
      4: '#2f63b0',
      5: '#8a3d96',
      6: '#1a7480',
      8: '#a09c92',
      12: '#2f63b0',
      13: '#8a3d96',
    },
  },
  dark: {
    ground: '#1c1f24',
    frame: '#363b44',
    text: '#d5d8dc',
    muted: '#878e99',
    colors: {
      1: '#e8776d',
      2: '#92c47f',
      3: '#dcb266',
      4: '#7fb0ee',
      5: '#cb95da',
      6: '#6bc0c9',
      8: '#646b77',
      12: '#8ab8f0',
      13: '#d3a2e0',
    },
  },
}

/** Which of a cell's sides a line leads to, in the order up, right, down, left. */
const LINES = {
  '─': '0101',
  '━': '0101',
  '╌': '0101',
  '│': '1010',
  '┃': '1010',
  '┆': '1010',
  '┌': '0110',
  '╭': '0110',
  '┐': '0011',
  '╮': '0011',
  '└': '1100',
  '╰': '1100',
  '┘': '1001',
  '╯': '1001',
  '├': '1110',
  '┤': '1011',
  '┬': '0111',
  '┴': '1101',
  '┼': '1111',
}
const HEAVY = new Set(['━', '┃'])
const DASHED = new Set(['╌', '┆'])
const BLOCK = '█'

/**
 * The screen of an emulator as SVG.
 * @param {import('@xterm/headless').Terminal} terminal
 * @param {string} title what the picture shows, for those who cannot see it
 */
export function screenToSvg(terminal, title) {
  const width = round(terminal.cols * CELL.width + 2 * PADDING.x)
  const rows = drawnRows(terminal)
  const height = round(rows.length * CELL.height + 2 * PADDING.y)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escapeXml(title)}</title>
<style>
${styleOf(THEMES.light)}
@media (prefers-color-scheme: dark) {
${styleOf(THEMES.dark)}
}
text { font: ${FONT_SIZE}px ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace }
path { fill: none }
rect.inverse { opacity: 0.25 }
.bold { font-weight: 700 }
.italic { font-style: italic }
.underline { text-decoration: underline }
.struck { text-decoration: line-through }
</style>
<rect class="ground" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>
${rows.flat().join('\n')}
</svg>
`
}

/** What is drawn in each row, down to the last that is not empty. */
function drawnRows(terminal) {
  const cells = Array.from({length: terminal.rows}, (_, row) => cellsOf(terminal, row))
  const rows = cells.map((_, row) => drawRow(cells, row))
  return rows.slice(0, rows.findLastIndex(shapes => shapes.length > 0) + 1)
}

function styleOf({ground, frame, text, muted, colors}) {
  const paint = (name, color) =>
    `text.${name}, rect.${name} { fill: ${color} } path.${name} { stroke: ${color} }`
  return [
    `.ground { fill: ${ground}; stroke: ${frame} }`,
    paint('text', text),
    paint('muted', muted),
    ...Object.entries(colors).map(([number, color]) => paint(`c${number}`, color)),
  ].join('\n')
}

/** The cells of a row with what they look like. A cell that a wide character covers is left out. */
function cellsOf(terminal, row) {
  const line = terminal.buffer.active.getLine(terminal.buffer.active.viewportY + row)
  return Array.from({length: terminal.cols}, (_, column) => line.getCell(column))
    .map((cell, column) => ({
      column,
      width: cell.getWidth(),
      text: cell.getChars() || ' ',
      look: lookOf(cell),
    }))
    .filter(({width}) => width > 0)
}

function lookOf(cell) {
  const number = cell.isFgPalette() ? cell.getFgColor() : undefined
  const color = number === undefined ? 'text' : `c${number}`
  if (number !== undefined && !(number in THEMES.light.colors))
    throw new Error(`No theme has the colour ${number}`)
  return [
    cell.isDim() && color === 'text' ? 'muted' : color,
    cell.isBold() && 'bold',
    cell.isItalic() && 'italic',
    cell.isUnderline() && 'underline',
    cell.isStrikethrough() && 'struck',
    cell.isInverse() && 'inverse',
  ]
    .filter(Boolean)
    .join(' ')
}

function drawRow(rows, row) {
  const runs = []
  let blanks = 0
  for (const cell of rows[row]) {
    const kind = cell.text === BLOCK ? 'block' : cell.text in LINES ? cell.text : 'text'
    const last = runs.at(-1)
    const goesOn = last?.kind === kind && last.look === cell.look && cell.width === 1 && blanks < 2
    if (cell.text === ' ' && !cell.look.includes('inverse')) blanks += 1
    else if (goesOn) {
      last.text += ' '.repeat(blanks) + cell.text
      last.width += blanks + 1
      blanks = 0
    } else {
      runs.push({...cell, kind})
      blanks = 0
    }
  }
  /** Whether a bar goes on in a row beside this one: bars of one colour stand, those of several lie. */
  const isStacked = ({column, look}, other) =>
    rows[other]?.some(
      cell => cell.column === column && cell.text === BLOCK && cell.look === look,
    ) ?? false
  return runs.map(run =>
    drawRun({...run, up: isStacked(run, row - 1), down: isStacked(run, row + 1)}, row),
  )
}

function drawRun(run, row) {
  const y = PADDING.y + row * CELL.height
  switch (run.kind) {
    case 'text':
      return drawText(run, y)
    case 'block':
      return drawBlock(run, y)
    default:
      return drawLine(run, y)
  }
}

/** The run's own width is written down, so that a font with other proportions does not shift what follows. */
function drawText({text, look, column, width}, y) {
  const extent = `textLength="${round(width * CELL.width)}" lengthAdjust="spacingAndGlyphs"`
  const ground = look.includes('inverse')
    ? `<rect class="${look}" x="${xOf(column)}" y="${y}" width="${round(width * CELL.width)}" height="${CELL.height}"/>`
    : ''
  return `${ground}<text class="${look}" x="${xOf(column)}" y="${round(y + BASELINE)}" ${extent}>${escapeXml(text)}</text>`
}

function drawBlock({look, column, width, up, down}, y) {
  const color = look.split(' ')[0]
  return `<rect class="${color}" x="${xOf(column)}" y="${y + (up ? 0 : 3)}" width="${round(width * CELL.width)}" height="${CELL.height - (up ? 0 : 3) - (down ? 0 : 3)}"/>`
}

function drawLine({kind, text, look, column}, y) {
  const middle = y + CELL.height / 2
  const [up, right, down, left] = [...LINES[kind]].map(Number)
  const color = look.split(' ')[0]
  const width = HEAVY.has(kind) ? 2.5 : 1
  const dash = DASHED.has(kind) ? ` stroke-dasharray="${CELL.width / 4}"` : ''
  const horizontal = left && right ? [`M${xOf(column)} ${middle}H${xOf(column + text.length)}`] : []
  const rest = [...text].flatMap((_, index) => {
    const center = round(xOf(column + index) + CELL.width / 2)
    const pieces = []
    if (up || down) pieces.push(`M${center} ${up ? y : middle}V${down ? y + CELL.height : middle}`)
    if (left !== right)
      pieces.push(`M${center} ${middle}H${xOf(left ? column + index : column + index + 1)}`)
    return pieces
  })
  return `<path class="${color}" stroke-width="${width}"${dash} d="${[...horizontal, ...rest].join('')}"/>`
}

function xOf(column) {
  return round(PADDING.x + column * CELL.width)
}

function round(number) {
  return Number(number.toFixed(2))
}

function escapeXml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
