/** Numbers by index, 0 where none was set; grows as needed, at 8 bytes each. */
export interface NumberList {
  readonly get: (index: number) => number
  readonly set: (index: number, value: number) => void
  /** One past the highest index that was set. */
  readonly length: () => number
  /** A copy of what is there. */
  readonly toArray: () => Float64Array
}

/** The values with room for `length` of them and more: the same where there is room already, else twice as many, 0 where none was set. */
export function grown(values: Float64Array, length: number): Float64Array {
  if (length <= values.length) return values
  const larger = new Float64Array(Math.max(values.length * 2, length))
  larger.set(values)
  return larger
}

export function numberList(): NumberList {
  let values: Float64Array = new Float64Array(1024)
  let length = 0
  return {
    get: index => values[index] ?? 0,

    set(index, value) {
      values = grown(values, index + 1)
      values[index] = value
      if (index >= length) length = index + 1
    },

    length: () => length,
    toArray: () => values.slice(0, length),
  }
}
