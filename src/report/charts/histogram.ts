import type {HistogramBin} from '../../core/statistics/distribution.ts'
import type {Role, StyledLine} from '../../render/line.ts'
import {barChart} from './bar-chart.ts'
import type {ChartOptions} from './cells.ts'
import {formatNumber} from './scale.ts'

export interface HistogramChart {
  readonly bins: readonly HistogramBin[]
  /** Rows; whole, at least 1. */
  readonly height: number
  /** Written under each bin, of the value where it begins. */
  readonly formatEdge?: (value: number) => string
  readonly color?: Role
}

/** A bar for each bin; empty bins at both ends are left out. */
export function histogramChart(
  {bins, height, formatEdge = formatNumber, color = 'accent'}: HistogramChart,
  options: ChartOptions,
): readonly StyledLine[] {
  const first = bins.findIndex(({count}) => count > 0)
  const last = bins.findLastIndex(({count}) => count > 0)
  const filled = first === -1 ? bins : bins.slice(first, last + 1)
  return barChart(
    {
      labels: filled.map(({from}) => formatEdge(from)),
      series: [{name: '', values: filled.map(({count}) => count), color}],
      height,
    },
    options,
  )
}
