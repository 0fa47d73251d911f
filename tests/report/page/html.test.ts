import fc from 'fast-check'
import {expect, test} from 'vitest'
import {html} from '../../../src/report/page/html.ts'

test.each([
  [html`<p>${'a < b & c > d'}</p>`, '<p>a &lt; b &amp; c &gt; d</p>'],
  [html`<p title="${`"x" 'y'`}">`, '<p title="&quot;x&quot; &#39;y&#39;">'],
  [html`<p>${html`<b>${'<i>'}</b>`}</p>`, '<p><b>&lt;i&gt;</b></p>'],
  [html`${['a', undefined, false, html`<br>`, 1.23456]}`, 'a<br>1.23'],
  [html`${'\u001b[31mred'}`, expect.not.stringContaining('\u001b')],
])('a template keeps its own tags and escapes what it is given (%#)', (made, expected) => {
  expect(made.text).toEqual(expected)
})

test('no text becomes a tag, an attribute or an entity, wherever it stands', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary'}), text => {
      const inside = html`${text}`.text
      expect(inside).not.toMatch(/[<>"']/)
      expect(inside.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&')
    }),
  )
})
