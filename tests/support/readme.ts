/** A command that a page shows, and the lines that it shows below. */
export interface Example {
  readonly command: string
  readonly expected: readonly string[]
}

/** The contents of the fenced blocks of one language, each as lines, with the line before its fence. */
export function fencesOf(page: string, language: string) {
  const pattern = new RegExp(`^(?:(.*)\n)?\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm')
  return [...page.matchAll(pattern)].map(([, before = '', text = '']) => ({
    before,
    lines: text.split('\n').slice(0, -1),
  }))
}

/** The commands of a block, `$ ` before each, with their output. */
export function examplesOf(lines: readonly string[]): readonly Example[] {
  const examples: {command: string; expected: string[]}[] = []
  for (const line of lines) {
    if (line.startsWith('$ ')) examples.push({command: line.slice(2), expected: []})
    else examples.at(-1)?.expected.push(line)
  }
  return examples
}

const OMISSION = '…'
/** The id of a note, or of an entry of the log: chance decides both. */
const ID = /\b(?:[0-9a-hjkmnp-tv-z]{12}|[0-7][0-9A-HJKMNP-TV-Z]{25})\b/g

/**
 * The expected lines where the actual ones agree with them; the actual ones where not, so that a comparison shows what differs. A
 * line `…` stands for any number of lines, an id for any other: which one, is kept in `ids`.
 */
export function excerptOf(
  actual: readonly string[],
  expected: readonly string[],
  ids: Map<string, string>,
): readonly string[] {
  let from = 0
  let mayMove = false
  for (const [index, line] of expected.entries()) {
    if (line === OMISSION) {
      if (index === expected.length - 1) return expected
      mayMove = true
      continue
    }
    const at = mayMove ? actual.findIndex((text, at) => at >= from && agree(text, line)) : from
    const text = actual[at]
    if (text === undefined || !agree(text, line)) return actual
    const real = text.match(ID) ?? []
    for (const [position, id] of (line.match(ID) ?? []).entries()) ids.set(id, real[position] ?? id)
    from = at + 1
    mayMove = false
  }
  return from === actual.length ? expected : actual
}

function agree(text: string, line: string): boolean {
  return text.replace(ID, 'id') === line.replace(ID, 'id')
}

/** A command with the ids that chance has given instead of those of the page. */
export function withRealIds(command: string, ids: ReadonlyMap<string, string>): string {
  return command.replace(ID, id => ids.get(id) ?? id)
}

/** What the links of a page lead to, addresses of other sites left out; what stands in fenced blocks is none. */
export function linksOf(page: string): readonly string[] {
  const text = page.replace(/^```[\s\S]*?^```$/gm, '')
  return [...text.matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter(target => !/^[a-z]+:/.test(target))
}

/** The anchors that GitHub gives to the headings of a page. */
export function anchorsOf(page: string): readonly string[] {
  return [...page.matchAll(/^#+ (.+)$/gm)].map(
    ([, heading = '']) =>
      `#${heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\- ]/gu, '')
        .replaceAll(' ', '-')}`,
  )
}
