import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {highlightCode} from '../../src/render/highlight.ts'
import {EMBEDDED, GRAMMARS, languageOf} from '../../src/render/highlight-languages.ts'

/** The tokens that have a colour, as `role:text`. */
const tokens = (code: string, language: string) =>
  highlightCode(code, language)
    .filter(span => span.style !== undefined)
    .map(span => `${span.style?.color ?? 'none'}:${span.text}`)

describe('tokens', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'ts',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the code is what is coloured.
      'const a: Map<string> = f(`x${1}`, null) // why',
      [
        'keyword:const',
        'function:a',
        'type:Map',
        'function:string',
        'function:f',
        'string:`x',
        'number:1',
        'string:`',
        'number:null',
        'comment:// why',
      ],
    ],
    [
      'jsx',
      'f(<p id="a">{x}</p>)',
      ['function:f', 'keyword:p', 'function:id', 'string:"a"', 'keyword:p'],
    ],
    ['json', '{"a": [1, true]}', ['function:"a"', 'number:1', 'keyword:true']],
    ['python', 'def f(x):  # why', ['keyword:def', 'function:f', 'comment:# why']],
    ['java', 'new A(3);', ['keyword:new', 'type:A', 'number:3']],
    ['kotlin', 'fun f() = "x"', ['keyword:fun', 'function:f', 'string:"x"']],
    [
      'go',
      'for range xs { return nil }',
      ['keyword:for', 'keyword:range', 'keyword:return', 'number:nil'],
    ],
    ['rust', 'let x: u8 = 3;', ['keyword:let', 'type:u8', 'number:3']],
    ['c', '#include <a.h>', ['keyword:#include ', 'string:<a.h>']],
    ['c++', 'auto x = nullptr;', ['keyword:auto', 'number:nullptr']],
    ['c#', 'var x = 3;', ['keyword:var', 'number:3']],
    ['sql', "select 'a' from t", ['keyword:select', "string:'a'", 'keyword:from']],
    ['bash', 'echo "$X"', ['function:echo', 'string:"', 'string:"']],
    ['console', '$ cd x\nplain', ['comment:$ ', 'function:cd']],
    ['yaml', 'a: "b"', ['function:a:', 'string:"b"']],
    ['toml', '[a]\nb = 1', ['heading:[a]', 'function:b', 'number:1']],
    ['html', '<b>x</b>', ['keyword:b', 'keyword:b']],
    ['css', 'a { color: #fff }', ['keyword:a', 'function:color', 'number:#fff']],
    ['dockerfile', 'FROM a', ['keyword:FROM']],
    ['ruby', 'def f; :a; end', ['keyword:def', 'function:f', 'number::a', 'keyword:end']],
    ['php', '<?php echo $x;', ['keyword:<?php', 'keyword:echo']],
    ['swift', 'let x = 1', ['keyword:let', 'number:1']],
    ['diff', '-old\n+new', ['bad:-old', 'good:+new']],
    [
      'http',
      'GET / HTTP/1.1\nHost: a',
      ['keyword:GET', 'string:/', 'keyword:HTTP/1.1', 'function:Host'],
    ],
    ['graphql', 'query { a }', ['keyword:query']],
  ])('%s: %s', (language, code, expected) => {
    expect(tokens(code, language)).toEqual(expected)
  })

  it('a language within another has its own colours', () => {
    expect(tokens('<style>a { margin: 1px }</style>', 'html')).toEqual([
      'keyword:style',
      'keyword:a',
      'function:margin',
      'number:1px',
      'keyword:style',
    ])
    expect(tokens('POST / HTTP/1.1\nA: b\n\n{"a": 1}', 'http').slice(-2)).toEqual([
      'function:"a"',
      'number:1',
    ])
  })
})

describe('names of languages', () => {
  it.each([
    ['TypeScript', 'typescript'],
    ['language-js', 'javascript'],
    ['{.python', 'python'],
    ['.py', 'python'],
    ['rust,no_run', 'rust'],
    ['js{1,3-5}', 'javascript'],
    ['java:src/A.java', 'java'],
    ['C++', 'cpp'],
    ['C#', 'csharp'],
    ['shell-session', 'shell'],
    ['zsh', 'bash'],
    ['text', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('%s', (info, language) => {
    expect(languageOf(info)).toBe(language)
  })
})

describe('what is left plain', () => {
  it.each([
    ['an unknown language', 'if x', 'brainfog'],
    ['no language', 'if x', ''],
    ['code that is too long', 'let x = 1\n'.repeat(1001), 'js'],
    ['a line that is too long', `let x = "${'a'.repeat(500)}"`, 'js'],
  ])('%s', (_, code, language) => {
    expect(highlightCode(code, language)).toEqual([{text: code}])
  })

  it('nothing is nothing', () => {
    expect(highlightCode('', 'js')).toEqual([])
  })
})

describe('any code in any language', () => {
  const languages = Object.keys(GRAMMARS)
  const piece = fc.constantFrom(
    ...[
      'a',
      'Ab',
      'if ',
      'class ',
      'function ',
      '1',
      '0x',
      ' ',
      '\n',
      '\t',
      '"',
      "'",
      '`',
      '${',
      '}',
    ],
    ...[
      '{',
      '(',
      ')',
      '<',
      '</',
      '>',
      '&',
      '&amp;',
      '<!--',
      '<?',
      '/*',
      '//',
      '#',
      '--',
      '\\',
      '$',
    ],
    ...[
      '@',
      '=>',
      '=',
      ':',
      ';',
      '---\n',
      '<<EOF\n',
      'EOF\n',
      'r#"',
      '"""',
      '漢',
      '👩‍👩‍👧',
      '\ud800',
      '\0',
    ],
  )

  it('keeps every character', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        fc.array(piece, {maxLength: 60}),
        (language, pieces) => {
          const code = pieces.join('')
          const spans = highlightCode(code, language)
          expect(spans.map(span => span.text).join('')).toBe(code)
          expect(spans.every(span => span.text !== '')).toBe(true)
        },
      ),
      {numRuns: 600},
    )
  })

  it.each(languages)('%s is known by its own name, and so is all that it embeds', language => {
    expect(languageOf(language)).toBe(language)
    for (const [outer, embedded = []] of Object.entries(EMBEDDED)) {
      if (outer === language) for (const name of embedded) expect(languages).toContain(name)
    }
  })
})
