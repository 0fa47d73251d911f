import type {Nodes, Root} from 'mdast'

/** Whether a text says nothing outside of links and images: `[Answer](u)`, `![](u)`. */
export function isOnlyLinks(tree: Root): boolean {
  return hasLink(tree) && !saysMore(tree)
}

function hasLink(node: Nodes): boolean {
  switch (node.type) {
    case 'link':
    case 'linkReference':
    case 'image':
    case 'imageReference':
      return true
    case 'html':
      return /<(?:img|a)\b/i.test(node.value)
    default:
      return 'children' in node && node.children.some(hasLink)
  }
}

/** Whether there are words, code or formulas outside of links. */
function saysMore(node: Nodes): boolean {
  switch (node.type) {
    case 'link':
    case 'linkReference':
      return false
    case 'text':
      return /[\p{L}\p{N}]/u.test(node.value)
    case 'inlineCode':
    case 'code':
    case 'math':
    case 'inlineMath':
    case 'table':
      return true
    default:
      return 'children' in node && node.children.some(saysMore)
  }
}
