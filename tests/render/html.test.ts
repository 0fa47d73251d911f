import {describe, expect, it} from 'vitest'
import {plainText} from '../../src/render/line.ts'
import {renderMarkdown} from '../../src/render/markdown.ts'

const render = (source: string) => renderMarkdown(source, {width: 60}).map(plainText)

describe('HTML in a paragraph', () => {
  it.each([
    ['one<br>two', ['one', 'two']],
    ['one<br/>two<BR />three', ['one', 'two', 'three']],
    ['H<sub>2</sub>O, x<sup>n-1</sup>, a<sub>big W</sub>', ['H₂O, xⁿ⁻¹, a_(big W)']],
    ['press <kbd>Ctrl</kbd>+<kbd>C</kbd>', ['press Ctrl+C']],
    ['<span style="color: red">red</span> <u>under</u>', ['red under']],
    ['<font color=red>old</font><wbr>er', ['older']],
    ['a <!-- hidden --> b', ['a b']],
    [
      '<a href="https://example.com/?a=1&amp;b=2">site</a>',
      ['site (https://example.com/?a=1&b=2)'],
    ],
    ['see <img src="a.png" alt="a plan"> there', ['see [image: a plan — a.png] there']],
    ['<b>never closed', ['never closed']],
    ['never opened</b> here', ['never opened here']],
    ['<b>crossed <i>over</b> here</i>', ['crossed over here']],
    ['a `List<T>` and List<String> of <name>', ['a List<T> and List<String> of <name>']],
    ['<my-tag>kept</my-tag>', ['kept']],
    ['<q>said</q>', ['"said"']],
  ])('%s', (source, lines) => {
    expect(render(source)).toEqual(lines)
  })
})

describe('blocks of HTML', () => {
  it('details show their summary and what they hide', () => {
    const source = '<details>\n<summary>Show <b>it</b></summary>\n\nInner *text*.\n\n</details>'
    expect(render(source)).toEqual(['Show it', '', 'Inner text.'])
  })

  it.each([
    ['<p>one<p>two', ['one', '', 'two']],
    ['<div align="center"><h2>Title</h2>text</div>', ['Title', '─────', 'text']],
    ['<ul><li>a<li>b<ol start=3><li>c</ol></ul>', ['• a', '• b', '  3. c']],
    ['<ul>\n\n<li>a</li>\n\n<li>b</li>\n\n</ul>', ['• a', '• b']],
    [
      '<pre><code class="language-js">if (a &lt; b)\n  c()</code></pre>',
      ['── js', '┆ if (a < b)', '┆   c()'],
    ],
    ['<blockquote>said</blockquote>', ['│ said']],
    ['<hr>', ['─'.repeat(60)]],
    ['<table><tr><th>A<th>B<tr><td>1<td>2<br>3</table>', ['A │ B', '──┼──', '1 │ 2', '  │ 3']],
    ['<table><tr><td>1</td><td>2</td></tr></table>', ['1 │ 2']],
    ['<dl><dt>term<dd>meaning</dl>', ['term', '', 'meaning']],
    ['<!-- a\ncomment -->\n\ntext', ['text']],
    ['<script>alert(1)</script>\n\n<style>p {}</style>\n\ntext', ['text']],
    ['<!DOCTYPE html>\n\n<?php echo ?>\n\ntext', ['text']],
    ['<p>a &mdash; &#65; &unknown;</p>', ['a — A &unknown;']],
    ['<p align=center>\n<a href="x.md"><img src="i.png"></a>\n</p>', ['[image: i.png] (x.md)']],
    ['<unclosed\n\ntext', ['<unclosed', '', 'text']],
  ])('%j', (source, lines) => {
    expect(render(source)).toEqual(lines)
  })

  it('of any depth end', () => {
    expect(render(`${'<div>'.repeat(500)}deep`)).toEqual(['deep'])
    expect(render(`a ${'<b>'.repeat(500)}deep`)).toEqual(['a deep'])
  })
})
