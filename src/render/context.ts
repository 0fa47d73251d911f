import type {Definition, FootnoteDefinition, Nodes, Root} from 'mdast'
import {type Glyphs, glyphsOf} from './glyphs.ts'
import type {DrawImage} from './image-cells.ts'
import type {Span} from './line.ts'

/** Colours code: the spans’ texts are together the code, line feeds included. */
export type Highlight = (code: string, language: string) => readonly Span[]

/** How a document is to be rendered. */
export interface RenderOptions {
  /** Columns of a line, at least 8. */
  readonly width: number
  /** Draw with ASCII characters only. The author’s own are kept. */
  readonly ascii?: boolean
  /**
   * Mark inline code with backticks (`code`), or emphasis too (`all`): for where colours, or colours and attributes, cannot be
   * shown. Left out, the looks alone tell.
   */
  readonly marks?: 'code' | 'all'
  /** The terminal opens links (OSC 8), so that their addresses need not be written out. */
  readonly hyperlinks?: boolean
  readonly highlight?: Highlight
  /** Draws images that stand alone. Left out, and for all others, a line says what there is to see, and where. */
  readonly drawImage?: DrawImage
  /** The key that opens an image, for that line. */
  readonly imageKey?: string
  /** The folder of the document, with `/` between its parts: what relative addresses are resolved against. */
  readonly folder?: string
  /** The parsed source, where the caller has it already. */
  readonly root?: Root
}

/** What every part of a document needs to know while it is rendered. */
export interface Context {
  readonly source: string
  readonly options: RenderOptions
  readonly glyphs: Glyphs
  readonly definitions: ReadonlyMap<string, Definition>
  /** In the order of their numbers. */
  readonly footnotes: readonly FootnoteDefinition[]
}

/** Read what the document defines: link targets and footnotes, which are numbered as they are first referred to. */
export function contextOf(source: string, root: Root, options: RenderOptions): Context {
  const definitions = new Map<string, Definition>()
  const footnotes = new Map<string, FootnoteDefinition>()
  const referred = new Set<string>()
  const pending: Nodes[] = [root]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node)
    } else if (node.type === 'footnoteDefinition') footnotes.set(node.identifier, node)
    else if (node.type === 'footnoteReference') referred.add(node.identifier)
    if ('children' in node) pending.push(...node.children.toReversed())
  }
  const ordered = [...referred, ...footnotes.keys()].flatMap(id => footnotes.get(id) ?? [])
  return {
    source,
    options,
    glyphs: glyphsOf(options.ascii === true),
    definitions,
    footnotes: [...new Set(ordered)],
  }
}

/** The source text of a node; empty for one that was made rather than parsed. */
export function sourceOf(node: Nodes, {source}: Context): string {
  const {start, end} = node.position ?? {}
  return source.slice(start?.offset ?? 0, end?.offset ?? 0)
}
