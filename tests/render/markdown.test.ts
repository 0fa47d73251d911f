import {describe, expect, it} from 'vitest'
import type {RenderOptions} from '../../src/render/context.ts'
import {plainText, type Span} from '../../src/render/line.ts'
import {renderMarkdown} from '../../src/render/markdown.ts'

const render = (source: string, options: Partial<RenderOptions> = {}) =>
  renderMarkdown(source, {width: 40, ...options}).map(plainText)

const rendered = (source: string, options: Partial<RenderOptions> = {}) =>
  `\n${render(source, options).join('\n')}\n`

const spansOf = (source: string, options: Partial<RenderOptions> = {}): readonly Span[] =>
  renderMarkdown(source, {width: 80, ...options}).flat()

describe('blocks', () => {
  it('nothing is nothing', () => {
    expect(render('')).toEqual([])
    expect(render(' \n\n')).toEqual([])
  })

  it('paragraphs have a blank line between, hard breaks are kept, soft ones are not', () => {
    expect(rendered('one\ntwo  \nthree\\\nfour\n\nfive')).toBe('\none two\nthree\nfour\n\nfive\n')
  })

  it('a soft break between Han or kana is no space', () => {
    expect(render('漢字\nかな\nand more')).toEqual(['漢字かな and more'])
  })

  it('headings differ by level without colour', () => {
    const source = '# One\ntext\n## Two\ntext\n### Three\ntext\n#### Four\n##### Five\n###### Six'
    expect(rendered(source)).toBe(`
One
═══
text

Two
───
text

■ Three
text

□ Four
◆ Five
◇ Six
`)
  })

  it('a heading longer than the line hangs on its sign', () => {
    expect(render('### What is a write-ahead log?', {width: 20})).toEqual([
      '■ What is a',
      '  write-ahead log?',
    ])
  })

  it('lists nest, numbers start where the author starts, and columns line up', () => {
    expect(
      rendered(
        '9. nine\n10. ten is a long item that is wrapped below its text\n\n    - deep\n      - deeper\n        - deepest',
      ),
    ).toBe(`
 9. nine

10. ten is a long item that is wrapped
    below its text

    ◦ deep
      – deeper
        • deepest
`)
  })

  it('tight lists are tight, loose lists are loose', () => {
    expect(render('- a\n- b')).toEqual(['• a', '• b'])
    expect(render('- a\n\n- b')).toEqual(['• a', '', '• b'])
  })

  it('tasks have their boxes', () => {
    expect(render('- [ ] open\n- [x] done\n\n1. [x] first')).toEqual([
      '[ ] open',
      '[x] done',
      '',
      '1. [x] first',
    ])
  })

  it('quotes have a bar, nested ones two', () => {
    expect(rendered('> one\n> two\n>\n> > three')).toBe('\n│ one two\n│\n│ │ three\n')
  })

  it('alerts have their title', () => {
    expect(render('> [!WARNING]\n> Mind the gap.')).toEqual(['│ Warning', '│ Mind the gap.'])
  })

  it('a rule is as wide as the text may be', () => {
    expect(render('---\n\na\n\n---', {width: 10})).toEqual([
      '──────────',
      '',
      'a',
      '',
      '──────────',
    ])
  })

  it('indentation gives way where there is no room for it', () => {
    expect(render('- a\n  - b\n    - c\n      - long words', {width: 8})).toEqual([
      '• a',
      '  ◦ b',
      '    –',
      '    c',
      '    •',
      '    long',
      '    word',
      '    s',
    ])
    expect(render('1000000. x', {width: 8})).toEqual(['1000000.', 'x'])
  })

  it('what looks like front matter is text', () => {
    expect(render('---\nkept: yes\n---\n\nmore', {width: 10})).toContain('more')
    expect(render('---\nkept: yes\n---').join('\n')).toContain('kept: yes')
  })

  it('footnotes are numbered as they are referred to and stand at the end', () => {
    expect(
      render('B[^b] and A[^a].\n\n[^a]: First.\n[^b]: Second, which is long enough to be wrapped.'),
    ).toEqual([
      'B[1] and A[2].',
      '',
      '[1] Second, which is long enough to be',
      '    wrapped.',
      '[2] First.',
    ])
  })

  it('a footnote of two paragraphs has nothing but a line end between them', () => {
    expect(render('A[^a].\n\n[^a]: One.\n\n    Two.')).toEqual([
      'A[1].',
      '',
      '[1] One.',
      '',
      '    Two.',
    ])
  })
})

describe('code', () => {
  it('has a bar, its language, and every space', () => {
    expect(rendered('```ts {2}\nif (x) {\n\treturn  1\n\n}\n```')).toBe(`
── ts
┆ if (x) {
┆     return  1
┆ 
┆ }
`)
  })

  it('that is too wide goes on below, marked', () => {
    expect(render('    select id, name from cards where due < 5', {width: 24})).toEqual([
      '┆ select id, name from ',
      '┆ ↪ cards where due < 5',
    ])
  })

  it('is coloured by the given function, across lines too', () => {
    const highlight = (code: string, language: string): readonly Span[] => [
      {text: `${language}:`, style: {color: 'keyword'}},
      {text: code, style: {color: 'string'}},
    ]
    const lines = renderMarkdown('```sql\na\nb\n```', {width: 20, highlight})
    expect(lines.slice(1).map(line => line.slice(1))).toEqual([
      [
        {text: 'sql:', style: {color: 'keyword'}},
        {text: 'a', style: {color: 'string'}},
      ],
      [{text: 'b', style: {color: 'string'}}],
    ])
  })
})

describe('inline', () => {
  it.each<[string, Span['style']]>([
    ['**x**', {bold: true}],
    ['*x*', {italic: true}],
    ['~~x~~', {strikethrough: true}],
    ['`x`', {color: 'code'}],
    ['***x***', {italic: true, bold: true}],
    ['$x$', {color: 'math'}],
    ['<b><i>x</i></b>', {bold: true, italic: true}],
  ])('%s is styled', (source, style) => {
    expect(spansOf(source)).toEqual([{text: 'x', style}])
  })

  it.each([
    ['[site](https://example.com/a)', 'site (https://example.com/a)'],
    ['<https://example.com/>', 'https://example.com/'],
    ['www.example.com', 'www.example.com'],
    ['me@example.com', 'me@example.com'],
    ['[notes](notes.md)', 'notes (notes.md)'],
    ['[top](#top)', 'top'],
    ['[a][ref]\n\n[ref]: https://example.com', 'a (https://example.com)'],
    ['![a diagram](img/log.png)', '[image: a diagram — img/log.png]'],
    ['![](img/log.png)', '[image: img/log.png]'],
    ['![dot](data:image/png;base64,AAAA)', '[image: dot — data:image/png…]'],
    ['cost $5 and $10', 'cost $5 and $10'],
    ['$O(n \\log n)$', 'O(n log n)'],
    ['$\\mystery{x}$', '$\\mystery{x}$'],
    ['a &amp; b &copy; &lt;c&gt;', 'a & b © <c>'],
  ])('%s', (source, text) => {
    expect(render(source, {width: 80})).toEqual([text])
  })

  it('links carry their address, written out only where the terminal cannot open it', () => {
    const link = {
      text: 'site',
      style: {underline: true, color: 'link'},
      href: 'https://example.com/a',
    }
    const [written] = spansOf('[site](https://example.com/a)')
    expect(written).toEqual(link)
    expect(spansOf('[site](https://example.com/a)', {hyperlinks: true})).toEqual([link])
  })

  it('marks stand in for looks that cannot be shown', () => {
    const source = '`a` *b* **c** ~~d~~'
    expect(render(source)).toEqual(['a b c d'])
    expect(render(source, {marks: 'code'})).toEqual(['`a` b c d'])
    expect(render(source, {marks: 'all'})).toEqual(['`a` *b* **c** ~~d~~'])
  })

  it('formulas of their own are indented, in rows', () => {
    expect(render('$$\n\\begin{aligned}\na &= b \\\\\nc &= d^2\n\\end{aligned}\n$$')).toEqual([
      '  a = b',
      '  c = d²',
    ])
  })

  it('a formula that begins and ends beside its dollar signs does not swallow what follows', () => {
    expect(render('$$ a\n+ b $$\n\n**after**')).toEqual(['  a + b', '', 'after'])
  })
})

describe('tables', () => {
  it('are aligned as the author says', () => {
    expect(rendered('| a | bb | ccc |\n|:--|:-:|--:|\n| long cell | x | 1 |')).toBe(`
a         │ bb │ ccc
──────────┼────┼────
long cell │ x  │   1
`)
  })

  it('that are too wide wrap their cells, a line between rows', () => {
    expect(
      rendered(
        '| key | meaning |\n|--|--|\n| `u` | takes the last rating back |\n| 日本 | two columns each |',
        {width: 22},
      ),
    ).toBe(`
key  │ meaning
─────┼────────────────
u    │ takes the last
     │ rating back
─────┼────────────────
日本 │ two columns
     │ each
`)
  })

  it('that cannot fit become records', () => {
    expect(
      rendered(
        '| isolation | dirty read | phantom |\n|--|--|--|\n| committed | no | yes |\n| serializable | no | never at all |',
        {width: 18},
      ),
    ).toBe(`
isolation:
  committed
dirty read: no
phantom: yes
───
isolation:
  serializable
dirty read: no
phantom: never
  at all
`)
  })

  it('keep a break in a cell', () => {
    expect(render('| a |\n|--|\n| x<br>y |')).toEqual(['a', '─', 'x', 'y'])
  })
})

describe('without anything but ASCII', () => {
  it('draws with ASCII', () => {
    const source =
      '# A\n\n### B\n\n- x\n  - y\n\n> q\n\n```c\n1234567890 234567890 234567890 234567890\n```\n\n|a|b|\n|-|-|\n|1|2|\n\n---\n\n$x^2$ H<sub>2</sub>O ![i](p)'
    expect(rendered(source, {ascii: true, width: 24})).toBe(`
A
=
### B
- x
  * y

| q

-- c
: 1234567890 234567890 
: \\ 234567890 234567890

a | b
--+--
1 | 2

------------------------

$x^2$ H_2O [image: i -
p]
`)
  })
})
