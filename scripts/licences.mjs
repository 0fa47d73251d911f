import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** The licences of all packages that a bundle was made of, as their terms ask for: with the text that each came with. */
export function licencesOf({inputs}, root) {
  const folders = new Set(Object.keys(inputs).flatMap(path => packageFolder(path) ?? []))
  return [...folders]
    .sort()
    .map(folder => licenceOf(join(root, folder)))
    .join(`\n${'─'.repeat(78)}\n\n`)
}

/** `node_modules/a/node_modules/@b/c` of a file below it; nothing for a file of our own. */
function packageFolder(path) {
  return /^(?:node_modules\/.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0]
}

function licenceOf(folder) {
  const {name, version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find(entry => /^(licen[cs]e|copying)/i.test(entry))
  const text = file ? readFileSync(join(folder, file), 'utf8') : ''
  return `${name} ${version} (${license})\n\n${text}`
}
