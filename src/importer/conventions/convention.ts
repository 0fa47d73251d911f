import type {Layout, Mark} from '../layouts/layout.ts'
import type {Scan} from '../scan/scan.ts'

/** Marks of one layout and shape: one way in which a document may ask. */
export interface Convention {
  readonly layout: Layout
  readonly shape: string
  /** Shapes of one family taken together; each of them is a convention besides. */
  readonly isUnion: boolean
  readonly marks: readonly Mark[]
}

/**
 * Group the marks of all layouts by what recurs.
 * @param isWanted whether a layout is known to be the document’s
 */
export function conventionsOf(
  scan: Scan,
  layouts: readonly Layout[],
  isWanted: (layout: Layout) => boolean,
): readonly Convention[] {
  return layouts.flatMap(layout => {
    const marks = layout.find(scan, isWanted(layout))
    const alone = [...groupBy(marks, mark => mark.shape)].map(([shape, group]) => ({
      layout,
      shape,
      isUnion: false,
      marks: group,
    }))
    return [...alone, ...togetherOf(layout, marks)]
  })
}

/** Authors number some questions and forget others: shapes of one family may be one convention. */
function togetherOf(layout: Layout, marks: readonly Mark[]): readonly Convention[] {
  const familyOf = (mark: Mark) => mark.shape.split(' ', 1)[0] as string
  return [...groupBy(marks, familyOf)]
    .filter(([, group]) => group.some(mark => mark.shape !== group[0]?.shape))
    .map(([family, group]) => ({layout, shape: `any ${family}`, isUnion: true, marks: group}))
}

function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}
