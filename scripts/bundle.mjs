import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {build} from 'esbuild'
import {patches} from './patches.mjs'

/** The name that stands for `import.meta.url` in a chunk. */
export const MODULE_URL = 'import_meta_url'

/** Chunk by source file. `src/main.ts` requires the others through its dynamic imports. */
const CHUNKS = {
  main: 'src/main.ts',
  load: 'src/platform/load.ts',
  import: 'src/commands/import.ts',
  review: 'src/commands/review.ts',
  plain: 'src/commands/plain-review.ts',
  choose: 'src/commands/choose-review.ts',
  home: 'src/commands/home.ts',
  export: 'src/commands/export.ts',
  archive: 'src/commands/archive.ts',
  stats: 'src/commands/stats.ts',
  page: 'src/commands/stats-page.ts',
  highlight: 'src/render/highlight.ts',
  ink: 'scripts/ink-chunk.ts',
}

/** Packages in the chunk `ink`, by what it exports them as. The first card is on the screen before it is loaded. */
const INK = {ink: 'ink', react: 'react', 'react/jsx-runtime': 'jsxRuntime'}

/** A dynamic import of another chunk becomes a call of the loader in src/platform/load.ts. */
const chunksOf = root => ({
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
    builder.onResolve({filter: /^(ink|react)\b/}, ({path, importer}) =>
      INK[path] && importer.startsWith(join(root, 'src')) ? {path, namespace: 'ink'} : undefined,
    )
    builder.onLoad({filter: /.*/, namespace: 'ink'}, ({path}) => ({
      contents: `module.exports = loadChunk('ink').${INK[path]}`,
      loader: 'js',
    }))
  },
})

/** The chunks and what each is made of; nothing is written. */
export function bundle(root) {
  const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return build({
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
    external: ['*.node', 'react-devtools-core'],
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.DEV': '"false"',
      'import.meta.url': MODULE_URL,
      'import.meta.dirname': '__dirname',
      EBB_VERSION: JSON.stringify(version),
    },
    plugins: [chunksOf(root), patches(root)],
    logLevel: 'warning',
    logOverride: {'require-resolve-not-external': 'silent'},
    metafile: true,
    write: false,
  })
}
