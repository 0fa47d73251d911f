// Prints the milliseconds that a parser takes for a file: `node bench/parse.ts importer|remark FILE`.
import {readFileSync} from 'node:fs'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {importDocument} from '../src/importer/import-document.ts'
import {timed} from './measure.ts'

const [, , parser, file = ''] = process.argv
const bytes = readFileSync(file)
const remark = unified().use(remarkParse).use(remarkGfm)
const run = {
  importer: () => importDocument(bytes, {path: file}),
  remark: () => remark.parse(bytes.toString()),
}[parser as 'importer' | 'remark']
process.stdout.write(String(timed(run)))
