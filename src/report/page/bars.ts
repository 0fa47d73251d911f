import {formatNumber, placeOn, type Scale, scaleFromZero} from '../charts/scale.ts'
import {type Drawing, type Series, svg} from './figure.ts'
import {type Html, html} from './html.ts'

/** One bar: what stands below it, what a pointer is told, and a value for each series, stacked from below. */
export interface Bar {
  readonly label: string
  readonly tip: string
  readonly values: readonly number[]
}

const WIDTH = 480
const HEIGHT = 200
const LEFT = 42
const RIGHT = 8
const TOP = 10
const BOTTOM = 24
/** A name below every bar would run into the next. */
const LABELS = 7

/** Bars side by side, each made of the series’ values. */
export function barDrawing(
  label: string,
  bars: readonly Bar[],
  series: readonly Series[],
  isWhole = true,
): Drawing {
  const greatest = Math.max(0, ...bars.map(({values}) => sum(values)))
  const scale = scaleFromZero(greatest, 4, isWhole)
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, bars.length)
  const drawn = bars.map((bar, index) => stack(bar, series, LEFT + index * step, step, scale))
  const every = Math.ceil(bars.length / LABELS)
  const names = bars.map(
    ({label: name}, index) =>
      index % every === 0 &&
      html`<text x="${LEFT + (index + 0.5) * step}" y="${HEIGHT - 7}" text-anchor="middle">${name}</text>`,
  )
  return {svg: svg(label, WIDTH, HEIGHT, [grid(scale, formatNumber), drawn, names]), series}
}

function stack(
  {tip, values}: Bar,
  series: readonly Series[],
  x: number,
  step: number,
  scale: Scale,
): Html {
  let below = 0
  const rects = values.map((value, index) => {
    const from = below
    below += value
    if (value <= 0) return undefined
    const [bottom, top] = [yOf(scale, from), yOf(scale, below)]
    const tone = series[index]?.tone ?? 'plain'
    const gap = step > 4 ? step * 0.1 : 0
    return html`<rect class="${tone}" x="${x + gap}" y="${top}" width="${step - 2 * gap}" height="${Math.max(0.5, bottom - top)}" data-value="${String(value)}"/>`
  })
  return html`<g class="bar"><title>${tip}</title><rect class="ground" x="${x}" y="${TOP}" width="${step}" height="${HEIGHT - TOP - BOTTOM}"/>${rects}</g>`
}

/** One line: values from left to right at equal distances; nothing where there is none. */
export interface Line {
  readonly series: Series
  readonly values: readonly (number | undefined)[]
}

interface LineOptions {
  readonly label: string
  readonly lines: readonly Line[]
  /** What stands below, as many as there are values. */
  readonly names: readonly string[]
  /** What a pointer is told at each of them. */
  readonly tips: readonly string[]
  readonly scale: Scale
  readonly format: (value: number) => string
}

/** Lines over one another, with a point at each value. */
export function lineDrawing({label, lines, names, tips, scale, format}: LineOptions): Drawing {
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, names.length)
  const xOf = (index: number) => LEFT + (index + 0.5) * step
  const drawn = lines.map(({series, values}) => {
    const points = values.flatMap((value, index) =>
      value === undefined ? [] : [{x: xOf(index), y: yOf(scale, value), value}],
    )
    const path = points.map(({x, y}) => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`)
    return html`<polyline class="${series.tone}" points="${path.join(' ')}"/>${points.map(
      ({x, y, value}) =>
        html`<circle class="${series.tone}" cx="${x}" cy="${y}" r="${step > 8 ? 2.5 : 1.2}" data-value="${String(value)}"/>`,
    )}`
  })
  const every = Math.ceil(names.length / LABELS)
  const below = names.map(
    (name, index) =>
      index % every === 0 &&
      html`<text x="${xOf(index)}" y="${HEIGHT - 7}" text-anchor="middle">${name}</text>`,
  )
  const grounds = tips.map(
    (tip, index) =>
      html`<rect class="ground" x="${LEFT + index * step}" y="${TOP}" width="${step}" height="${HEIGHT - TOP - BOTTOM}"><title>${tip}</title></rect>`,
  )
  const content = [grid(scale, format), drawn, below, grounds]
  return {svg: svg(label, WIDTH, HEIGHT, content), series: lines.map(({series}) => series)}
}

function grid(scale: Scale, format: (value: number) => string): Html {
  const ticks = scale.ticks.map(tick => {
    const y = yOf(scale, tick)
    return html`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y}" y2="${y}"/><text x="${LEFT - 6}" y="${y + 4}" text-anchor="end">${format(tick)}</text>`
  })
  return html`${ticks}`
}

function yOf(scale: Scale, value: number): number {
  return HEIGHT - BOTTOM - placeOn(scale, value) * (HEIGHT - TOP - BOTTOM)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
