/** The import table of ARCHITECTURE.md: everything in `from` may reach only what `to` names. */
const only = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: {path: from},
  to: {pathNot: to},
})

const npm = (...names) => names.map(name => `node_modules/(@types/)?${name}(/|$|-)`)
const node = (...names) => `^(node:)?(${names.join('|')})$`

export default {
  forbidden: [
    only(
      'core-is-pure',
      '^src/core/',
      ['^src/core/', ...npm('ts-fsrs')],
      'Core decides; it may not read, write or render.',
    ),
    {
      name: 'ts-fsrs-in-one-file',
      severity: 'error',
      comment: 'It counts UTC days and prints to the console: wrapped once.',
      from: {path: '^src/', pathNot: '^src/core/scheduler[.]ts$'},
      to: {path: 'node_modules/ts-fsrs/'},
    },
    only(
      'markdown-knows-core',
      '^src/markdown/',
      [
        '^src/(core|markdown)/',
        ...npm('unified', 'remark', 'mdast', 'micromark', 'unist', 'vfile', 'satteri'),
        node('module'),
      ],
      'Text in, tree out: the only place with a Markdown parser.',
    ),
    only(
      'importer-is-pure',
      '^src/importer/',
      ['^src/(core|markdown|importer)/', ...npm('mdast', 'unist', 'yaml', 'smol-toml')],
      'Bytes in, notes and diagnostics out.',
    ),
    only(
      'render-is-pure',
      '^src/render/',
      [
        '^src/(core|markdown|render)/',
        ...npm('mdast', 'unist', 'get-east-asian-width', 'highlight.js'),
      ],
      'Markdown in, styled lines out.',
    ),
    only(
      'report-knows-core',
      '^src/report/',
      ['^src/(core|report)/', '^src/render/(line|glyphs|sanitize|width)[.]ts$'],
      'Results in, strings out, made safe and measured as render does it.',
    ),
    only(
      'store-knows-core',
      '^src/store/',
      ['^src/(core|store)/', ...npm('better-sqlite3'), node('fs', 'path', 'crypto')],
      'The only place with SQL.',
    ),
    only(
      'ui-knows-core-and-render',
      '^src/ui/',
      ['^src/(core|render|ui)/', ...npm('ink', 'react')],
      'The only place with Ink; what must happen goes through perform(effect).',
    ),
    only(
      'platform-knows-core',
      '^src/platform/',
      ['^src/(core|platform)/', '^node:', '^[a-z_/]+$'],
      'Adapters of the outside.',
    ),
    {
      name: 'commands-get-the-outside-handed-in',
      severity: 'error',
      comment: 'A command is given its store and its platform; it does not make them.',
      from: {path: '^src/commands/'},
      to: {path: '^src/(store|platform)/', dependencyTypesNot: ['type-only']},
    },
    {
      name: 'commands-have-no-libraries',
      severity: 'error',
      comment: 'Every library is wrapped once, in the room that needs it.',
      from: {path: '^src/commands/'},
      to: {path: 'node_modules/'},
    },
    only(
      'cli-calls-commands',
      '^src/cli([.]ts$|/)',
      ['^src/(cli|commands|core)/', ...npm('commander')],
      'Flags in, one call out.',
    ),
    {
      name: 'commander-in-one-place',
      severity: 'error',
      from: {path: '^src/', pathNot: '^src/cli([.]ts$|/)'},
      to: {path: 'node_modules/commander/'},
      comment: 'Flags in, one call out.',
    },
    only(
      'main-wires',
      '^src/main[.]ts$',
      [
        '^src/(store|platform|core)/',
        '^src/(cli|commands/context|render/sanitize|report/wrap-words)[.]ts$',
      ],
      'The composition root.',
    ),
    {
      name: 'nothing-imports-main',
      severity: 'error',
      comment: 'It is the root: everything is handed down from it.',
      from: {},
      to: {path: '^src/main[.]ts$'},
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'A circle is one module in two files.',
      from: {},
      to: {circular: true},
    },
    {
      name: 'src-without-tests',
      severity: 'error',
      comment: 'What only tests need lives in tests/.',
      from: {path: '^src/'},
      to: {path: '^(tests|bench|scripts)/'},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: {fileName: 'tsconfig.json'},
    doNotFollow: {path: 'node_modules'},
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
}
