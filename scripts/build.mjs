// Bundles src/ into dist/: one CommonJS file per chunk, each loaded only by the commands that need it.
// docs/decisions/0005-bundling.md says why.
import {createHash} from 'node:crypto'
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Chunk by source file. `src/main.ts` requires the others through its dynamic imports. */
const CHUNKS = {
  main: 'src/main.ts',
  load: 'src/platform/load.ts',
  import: 'src/commands/import.ts',
  review: 'src/commands/review.ts',
}

/** A dynamic import of another chunk becomes a call of the loader in src/platform/load.ts. */
const chunks = {
  name: 'chunks',
  setup(builder) {
    builder.onResolve({filter: /\.tsx?$/}, ({path, kind, resolveDir}) => {
      if (kind !== 'dynamic-import') return undefined
      const file = join(resolveDir, path)
      const name = Object.keys(CHUNKS).find(chunk => join(root, CHUNKS[chunk]) === file)
      return name ? {path: name, namespace: 'chunk'} : undefined
    })
    builder.onLoad({filter: /.*/, namespace: 'chunk'}, ({path}) => ({
      contents: `module.exports = loadChunk(${JSON.stringify(path)})`,
      loader: 'js',
    }))
  },
}

/** Start-up fixes of bundled libraries. Each replaces one piece of text and fails loudly when it is gone. */
const patches = {
  name: 'patches',
  setup(builder) {
    // Yoga compiles its WebAssembly asynchronously through fetch(data:…), which loads all of undici (25–35 ms),
    // and awaits it at top level, which CommonJS does not allow. The module is small: compile it synchronously.
    const yoga = join(root, 'node_modules/yoga-layout/dist')
    builder.onLoad({filter: /yoga-layout[/\\]dist[/\\]src[/\\]index\.js$/}, ({path}) => ({
      contents: replaceOnce(
        readFileSync(path, 'utf8'),
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
        path,
      ),
      loader: 'js',
    }))
    // What Ink loads for its own developers, awaited at top level; never reached in production.
    builder.onLoad({filter: /ink[/\\]build[/\\]reconciler\.js$/}, ({path}) => {
      const text = readFileSync(path, 'utf8')
      const withoutDevtools = replaceOnce(text, "await import('./devtools.js');", '', path)
      return {
        contents: replaceOnce(withoutDevtools, 'await loadPackageJson()', '{}', path),
        loader: 'js',
      }
    })
    // The native addon stays where npm put it.
    builder.onLoad({filter: /better-sqlite3[/\\]lib[/\\]binding\.js$/}, ({path}) => ({
      contents: readFileSync(path, 'utf8').replaceAll(
        '__dirname',
        'require("node:path").dirname(require.resolve("better-sqlite3"))',
      ),
      loader: 'js',
    }))
    const WASM = /"data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)"/
    const encoded = join(yoga, 'binaries/yoga-wasm-base64-esm.js')
    builder.onLoad({filter: /yoga-wasm-base64-esm\.js$/, namespace: 'file'}, ({path}) => {
      const text = readFileSync(path, 'utf8')
      return {contents: replaceOnce(text, WASM.exec(text)[0], '""', path), loader: 'js'}
    })
    builder.onResolve({filter: /^yoga\.wasm$/}, () => ({path: encoded, namespace: 'wasm'}))
    builder.onLoad({filter: /.*/, namespace: 'wasm'}, ({path}) => ({
      contents: Buffer.from(WASM.exec(readFileSync(path, 'utf8'))[1], 'base64'),
      loader: 'binary',
    }))
  },
}

function replaceOnce(text, from, to, path) {
  if (text.split(from).length !== 2) {
    throw new Error(`${path}: expected to find once: ${from}`)
  }
  return text.replace(from, () => to)
}

const {outputFiles} = await build({
  absWorkingDir: root,
  entryPoints: CHUNKS,
  outdir: 'dist',
  outExtension: {'.js': '.cjs'},
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node22.15',
  jsx: 'automatic',
  minifySyntax: true,
  legalComments: 'none',
  external: ['*.node', 'satteri', 'react-devtools-core'],
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
    'import.meta.url': 'import_meta_url',
    EBB_VERSION: JSON.stringify(version),
  },
  banner: {js: 'const import_meta_url = require("node:url").pathToFileURL(__filename).href;'},
  plugins: [chunks, patches],
  logLevel: 'warning',
  logOverride: {'require-resolve-not-external': 'silent'},
  write: false,
})

rmSync(join(root, 'dist'), {recursive: true, force: true})
mkdirSync(join(root, 'dist'))
for (const {path, contents} of outputFiles) {
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 16)
  // The loader keys its code cache by these last characters.
  writeFileSync(path, Buffer.concat([contents, Buffer.from(`//${hash}`)]))
}
