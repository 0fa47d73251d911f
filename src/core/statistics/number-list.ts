/** Numbers by index, 0 where none was set; grows as needed, at 8 bytes each. */
export interface NumberList {
  readonly get: (index: number) => number
  readonly set: (index: number, value: number) => void
  /** One past the highest index that was set. */
  readonly length: () => number
  /** A copy of what is there. */
  readonly toArray: () => Float64Array
}

export function numberList(): NumberList {
  let values = new Float64Array(1024)
  let length = 0
  return {
    get: index => values[index] ?? 0,

    set(index, value) {
      if (index >= values.length) {
        const grown = new Float64Array(Math.max(values.length * 2, index + 1))
        grown.set(values)
        values = grown
      }
      values[index] = value
      if (index >= length) length = index + 1
    },

    length: () => length,
    toArray: () => values.slice(0, length),
  }
}
