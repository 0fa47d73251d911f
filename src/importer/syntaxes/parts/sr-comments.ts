/** `<!--SR:!2031-02-11,12,250!…-->`: the schedule that a plugin wrote beside a card. */
const COMMENT = /<!--\s*SR:([^>]*?)-->/g

/** How many siblings the comments of a line schedule; 0 where there is no comment. */
export function scheduledOn(line: string): number {
  if (!line.includes('<!--')) return 0
  let siblings = 0
  for (const [, body = ''] of line.matchAll(COMMENT))
    siblings += Math.max(1, body.split('!').length - 1)
  return siblings
}

/** The line without its schedule and without the block id that Obsidian writes at its end. */
export function withoutSchedule(line: string): string {
  const bare = line.includes('<!--') ? line.replace(COMMENT, '').trimEnd() : line
  return bare.includes('^') ? bare.replace(/(?<!\s)\s+\^[A-Za-z0-9-]+\s*$/, '') : bare
}
