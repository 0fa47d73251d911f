import type {Nodes} from 'mdast'

/** The text in a node and all below it, without markup; the alternative text of images. */
export function textOf(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value
  if ('alt' in node) return node.alt ?? ''
  if ('children' in node) return node.children.map(textOf).join('')
  return node.type === 'break' ? '\n' : ''
}

/** The text of several nodes. */
export function textOfAll(nodes: readonly Nodes[]): string {
  return nodes.map(textOf).join('')
}
