import type {PhrasingContent, RootContent} from 'mdast'

const ALERT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/

/** GitHub’s `> [!NOTE]` as a title. */
export function withAlertTitle(children: readonly RootContent[]): readonly RootContent[] {
  const [paragraph, ...rest] = children
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
  if (paragraph?.type !== 'paragraph' || text?.type !== 'text') return children
  const name = ALERT.exec(text.value)?.[1]
  if (name === undefined) return children
  const title: PhrasingContent = {
    type: 'strong',
    children: [{type: 'text', value: titleCase(name)}],
  }
  const value = text.value.replace(ALERT, '')
  const remaining = [...(value === '' ? [] : [{...text, value}]), ...paragraph.children.slice(1)]
  const line: PhrasingContent[] = remaining.length === 0 ? [] : [{type: 'break'}, ...remaining]
  return [{...paragraph, children: [title, ...line]}, ...rest]
}

function titleCase(name: string): string {
  return name.charAt(0) + name.slice(1).toLowerCase()
}
