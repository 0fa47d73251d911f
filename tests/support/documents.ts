import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {temporaryDirectory} from './program.ts'

/** Three notes and four cards: two questions, and a cloze with two deletions. */
export const RIVERS = `---
deck: Geography::Rivers
tags: [water]
---
# Rivers

## Europe

Q: Which river flows through Vienna?
A: The Danube.

Q: Where does the Rhine end?
A: In the North Sea.

## Africa

C: The [Nile] flows into the [Mediterranean].
`

/** Questions that all have the same form, one note each: \`What is 1 times 7?\` … */
export function multiples(count: number): string {
  const notes = Array.from(
    {length: count},
    (_, index) => `Q: What is ${index + 1} times 7?\nA: It is ${(index + 1) * 7}.\n`,
  )
  return `# Multiples\n\n${notes.join('\n')}`
}

/** A document in a folder that is gone when the test ends. */
export function documentFile(
  content: string | Uint8Array,
  {name = 'rivers.md', folder = temporaryDirectory()} = {},
): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), {recursive: true})
  writeFileSync(path, content)
  return path
}
