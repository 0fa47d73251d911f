import bash from 'highlight.js/lib/languages/bash'
import c from 'highlight.js/lib/languages/c'
import cpp from 'highlight.js/lib/languages/cpp'
import csharp from 'highlight.js/lib/languages/csharp'
import css from 'highlight.js/lib/languages/css'
import dart from 'highlight.js/lib/languages/dart'
import diff from 'highlight.js/lib/languages/diff'
import dockerfile from 'highlight.js/lib/languages/dockerfile'
import go from 'highlight.js/lib/languages/go'
import graphql from 'highlight.js/lib/languages/graphql'
import http from 'highlight.js/lib/languages/http'
import ini from 'highlight.js/lib/languages/ini'
import java from 'highlight.js/lib/languages/java'
import javascript from 'highlight.js/lib/languages/javascript'
import json from 'highlight.js/lib/languages/json'
import kotlin from 'highlight.js/lib/languages/kotlin'
import makefile from 'highlight.js/lib/languages/makefile'
import nginx from 'highlight.js/lib/languages/nginx'
import php from 'highlight.js/lib/languages/php'
import powershell from 'highlight.js/lib/languages/powershell'
import protobuf from 'highlight.js/lib/languages/protobuf'
import python from 'highlight.js/lib/languages/python'
import r from 'highlight.js/lib/languages/r'
import ruby from 'highlight.js/lib/languages/ruby'
import rust from 'highlight.js/lib/languages/rust'
import scala from 'highlight.js/lib/languages/scala'
import scss from 'highlight.js/lib/languages/scss'
import shell from 'highlight.js/lib/languages/shell'
import sql from 'highlight.js/lib/languages/sql'
import swift from 'highlight.js/lib/languages/swift'
import typescript from 'highlight.js/lib/languages/typescript'
import xml from 'highlight.js/lib/languages/xml'
import yaml from 'highlight.js/lib/languages/yaml'

/** The grammars of the languages that interview questions are about, and of what is written around them. */
export const GRAMMARS = {
  bash,
  c,
  cpp,
  csharp,
  css,
  dart,
  diff,
  dockerfile,
  go,
  graphql,
  http,
  ini,
  java,
  javascript,
  json,
  kotlin,
  makefile,
  nginx,
  php,
  powershell,
  protobuf,
  python,
  r,
  ruby,
  rust,
  scala,
  scss,
  shell,
  sql,
  swift,
  typescript,
  xml,
  yaml,
}

export type Language = keyof typeof GRAMMARS

/** Grammars that another one hands parts of its text to. */
export const EMBEDDED: Readonly<Partial<Record<Language, readonly Language[]>>> = {
  csharp: ['xml'],
  dockerfile: ['bash'],
  http: ['json', 'xml'],
  javascript: ['xml', 'css', 'graphql'],
  php: ['xml'],
  shell: ['bash'],
  typescript: ['xml', 'css', 'graphql'],
  xml: ['javascript', 'css'],
  yaml: ['ruby'],
}

/** Other names under which authors know a language. */
const ALIASES: Readonly<Record<Language, string>> = {
  bash: 'sh zsh ksh shellscript',
  c: 'h',
  cpp: 'c++ cc cxx hpp h++ arduino',
  csharp: 'c# cs dotnet',
  css: '',
  dart: '',
  diff: 'patch',
  dockerfile: 'docker containerfile',
  go: 'golang',
  graphql: 'gql',
  http: 'https rest',
  ini: 'toml properties conf cfg env dotenv editorconfig',
  java: 'jsp',
  javascript: 'js jsx mjs cjs node nodejs javascriptreact react ecmascript es6',
  json: 'json5 jsonc jsonl ndjson',
  kotlin: 'kt kts',
  makefile: 'make mk',
  nginx: 'nginxconf',
  php: '',
  powershell: 'ps ps1 pwsh posh',
  protobuf: 'proto proto3',
  python: 'py py3 python3 ipython gyp',
  r: '',
  ruby: 'rb irb',
  rust: 'rs',
  scala: '',
  scss: 'sass less',
  shell: 'console shellsession shell-session sh-session terminal bash-session',
  sql: 'mysql postgres postgresql psql plsql plpgsql pgsql sqlite tsql mssql',
  swift: '',
  typescript: 'ts tsx mts cts typescriptreact angular',
  xml: 'html xhtml htm svg xsl rss atom vue svelte plist',
  yaml: 'yml',
}

/**
 * The grammar for what an author wrote after the fence. Takes case, `.py`, `{.python}`, `language-js` and what follows the name, as in
 * `rust,no_run`, as they come.
 */
export function languageOf(info: string): Language | undefined {
  const name = /^[{.\s]*(?:lang(?:uage)?-)?([\w+#-]*)/.exec(info.toLowerCase())?.[1] ?? ''
  return languages().get(name)
}

let known: ReadonlyMap<string, Language> | undefined

function languages(): ReadonlyMap<string, Language> {
  known ??= new Map(
    Object.entries(ALIASES).flatMap(([language, aliases]) =>
      [language, ...aliases.split(' ')]
        .filter(Boolean)
        .map((name): [string, Language] => [name, language as Language]),
    ),
  )
  return known
}
