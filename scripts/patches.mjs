import {readFileSync} from 'node:fs'
import {join} from 'node:path'

/** Start-up fixes of bundled libraries. Each replaces one piece of text and fails loudly when it is gone. */
export const patches = root => ({
  name: 'patches',
  setup(builder) {
    const modules = join(root, 'node_modules')

    /** Replaces pieces of one file, each of which must be there exactly once. */
    const patch = (filter, replacements, head = '') => {
      builder.onLoad({filter}, ({path}) => {
        let contents = readFileSync(path, 'utf8')
        for (const [from, to] of replacements) contents = replaceOnce(contents, from, to, path)
        return {contents: head + contents, loader: path.endsWith('.ts') ? 'ts' : 'js'}
      })
    }

    // Only for commands in files of their own, of which there are none. Loads Node’s network and stream code.
    patch(/commander[/\\]lib[/\\]command\.js$/, [
      [
        `import childProcess from 'node:child_process';`,
        `const childProcess = {spawn: (...args) => require('node:child_process').spawn(...args)};`,
      ],
    ])

    // The native addon stays where npm put it. Node’s own search would read the package’s `exports`: 2–5 ms.
    builder.onLoad({filter: /better-sqlite3[/\\]lib[/\\]binding\.js$/}, ({path}) => {
      const text = readFileSync(path, 'utf8')
      if (!text.includes(`path.join(__dirname, '..', `)) {
        throw new Error(`${path}: expected __dirname`)
      }
      return {contents: `${text.replaceAll('__dirname', 'libDirectory()')}${LIB_DIRECTORY}`}
    })

    // Yoga compiles its WebAssembly asynchronously through fetch(data:…), which loads all of undici (25–35 ms),
    // and awaits it at top level, which CommonJS does not allow. The module is small: compile it synchronously.
    patch(/yoga-layout[/\\]dist[/\\]src[/\\]index\.js$/, [
      [
        'const Yoga = wrapAssembly(await loadYoga());',
        `import wasm from 'yoga.wasm'
        const assembly = {
          instantiateWasm(imports, receive) {
            const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), imports)
            receive(instance)
            return instance.exports
          },
        }
        loadYoga(assembly)
        const Yoga = wrapAssembly(assembly)`,
      ],
    ])
    const WASM = /"data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)"/
    const encoded = join(modules, 'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js')
    builder.onLoad({filter: /yoga-wasm-base64-esm\.js$/, namespace: 'file'}, ({path}) => {
      const text = readFileSync(path, 'utf8')
      return {contents: replaceOnce(text, WASM.exec(text)[0], '""', path), loader: 'js'}
    })
    builder.onResolve({filter: /^yoga\.wasm$/}, () => ({path: encoded, namespace: 'wasm'}))
    builder.onLoad({filter: /.*/, namespace: 'wasm'}, ({path}) => ({
      contents: Buffer.from(WASM.exec(readFileSync(path, 'utf8'))[1], 'base64'),
      loader: 'binary',
    }))

    // What Ink loads for its own developers, awaited at top level; never reached in production.
    patch(/ink[/\\]build[/\\]reconciler\.js$/, [
      [`await import('./devtools.js');`, ''],
      ['await loadPackageJson()', '{}'],
    ])

    // A segmenter in each of these, and a pattern of all emoji. scripts/stand-ins.ts says what they cost.
    const standIns = JSON.stringify(join(root, 'scripts', 'stand-ins.ts'))
    const withPlainSegmenter = (filter, from) =>
      patch(
        filter,
        [[from, from.replace('Intl.Segmenter', 'PlainSegmenter')]],
        `import {PlainSegmenter} from ${standIns};`,
      )
    patch(
      /string-width[/\\]index\.js$/,
      [
        ['new Intl.Segmenter()', 'new PlainSegmenter()'],
        [
          String.raw`const rgiEmojiRegex = /^\p{RGI_Emoji}$/v;`,
          'const rgiEmojiRegex = {test: isEmoji};',
        ],
      ],
      `import {isEmoji, PlainSegmenter} from ${standIns};`,
    )
    withPlainSegmenter(/wrap-ansi[/\\]index\.js$/, 'new Intl.Segmenter()')
    withPlainSegmenter(/cli-truncate[/\\]index\.js$/, 'new Intl.Segmenter()')
    withPlainSegmenter(/slice-ansi[/\\]tokenize-ansi\.js$/, 'new Intl.Segmenter(')
    withPlainSegmenter(/ansi-tokenize[/\\]build[/\\]tokenize\.js$/, 'new Intl.Segmenter(')
    withPlainSegmenter(/ink[/\\]build[/\\]line-update\.js$/, 'new Intl.Segmenter(')

    // Only to check the kind of an argument.
    patch(/signal-exit[/\\]index\.js$/, [
      [`var assert = require('assert')`, 'var assert = {equal: () => {}}'],
    ])
    // Only where the terminal does not know its own size.
    patch(/terminal-size[/\\]index\.js$/, [
      [
        `import {execFileSync} from 'node:child_process';`,
        `const execFileSync = (...args) => require('node:child_process').execFileSync(...args);`,
      ],
    ])

    // From node_modules, the native parser’s sixteen modules take 20–28 ms. Where its addon is not found from the bundle
    // (some package managers hide it), the program falls back to that.
    patch(/src[/\\]markdown[/\\]native-parser\.ts$/, [
      [
        `optionalRequire('satteri')`,
        `((() => {try {return require('satteri-bundled')} catch {}})() ?? optionalRequire('satteri'))`,
      ],
    ])
    builder.onResolve({filter: /^satteri-bundled$/}, ({path}) => ({path, namespace: 'satteri'}))
    builder.onLoad({filter: /.*/, namespace: 'satteri'}, () => ({
      contents: `export {markdownToMdast} from './dist/compile.js'`,
      resolveDir: join(modules, 'satteri'),
    }))
  },
})

/** What `__dirname` is to better-sqlite3, looked for where a package manager puts it: upwards from the bundle. */
const LIB_DIRECTORY = `
function libDirectory() {
  for (let directory = __dirname; directory !== path.dirname(directory); directory = path.dirname(directory)) {
    const lib = path.join(directory, 'node_modules', 'better-sqlite3', 'lib');
    if (fs.existsSync(lib)) return lib;
  }
  return path.dirname(require.resolve('better-sqlite3'));
}
`

function replaceOnce(text, from, to, path) {
  if (text.split(from).length !== 2) {
    throw new Error(`${path}: expected to find once: ${from}`)
  }
  return text.replace(from, () => to)
}
