import type {Root} from 'mdast'
import {optionalRequire} from './optional-require.ts'

/** Longer texts would take remark, which is worse than linear, most of a minute. */
const MAX_LENGTH = 1_000_000

/**
 * unified with remark: the reference for what Markdown means.
 * @returns a parser; it throws on texts over a million characters
 */
export function remarkParser(): (text: string) => Root {
  const {unified} = optionalRequire('unified') as typeof import('unified')
  const processor = unified()
    .use((optionalRequire('remark-parse') as typeof import('remark-parse')).default)
    .use((optionalRequire('remark-gfm') as typeof import('remark-gfm')).default)
    .use((optionalRequire('remark-math') as typeof import('remark-math')).default)
    .use((optionalRequire('remark-frontmatter') as typeof import('remark-frontmatter')).default, [
      'yaml',
      'toml',
    ])
  return text => {
    if (text.length > MAX_LENGTH) throw new RangeError('too long for remark')
    return processor.parse(text)
  }
}
