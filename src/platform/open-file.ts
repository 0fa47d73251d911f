import {extname} from 'node:path'
import {UserError} from '../core/user-error.ts'
import {placeWithin} from './image-files.ts'

/** What another program is to show: an address of the net, or a file of a folder. */
export type Openable =
  | {readonly kind: 'net'; readonly address: string}
  | {readonly kind: 'file'; readonly path: string; readonly folder: string}

export interface Opener {
  readonly command: string
  readonly args: readonly string[]
}

/** The program that opens things on this system, with what it is told before their name. No shell reads the name. */
export function openerOf(platform: NodeJS.Platform): Opener {
  switch (platform) {
    case 'darwin':
      return {command: 'open', args: []}
    case 'win32':
      // `start` is a word of the shell, which would read the name.
      return {command: 'rundll32.exe', args: ['url.dll,FileProtocolHandler']}
    default:
      return {command: 'xdg-open', args: []}
  }
}

/**
 * Asks the system to show something, in a program and a window of its own. Settles once that has been started, not when it ends.
 * @throws UserError where the file is not there, lies outside its folder, is of another kind than its name says, or the system has no
 * such program.
 */
export async function openOutside(
  target: Openable,
  {command, args}: Opener = openerOf(process.platform),
): Promise<void> {
  const name = await nameOf(target)
  // Loaded only here: nothing else starts programs while a card is shown.
  const {spawn} = process.getBuiltinModule('node:child_process')
  await new Promise<void>((resolve, reject) => {
    const child = spawn(command, [...args, name], {detached: true, stdio: 'ignore', shell: false})
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
    child.once('error', () => {
      reject(
        new UserError(
          `There is no ${command} on this system to open it with`,
          `Open it yourself: ${name}`,
        ),
      )
    })
  })
}

async function nameOf(target: Openable): Promise<string> {
  switch (target.kind) {
    case 'net':
      return addressOf(target.address)
    case 'file': {
      const place = await placeWithin(target.folder, target.path)
      if (place === undefined) {
        throw new UserError(`${target.path} is not there`, 'Look whether it was moved or renamed.')
      }
      if (await isAsNamed(place, target.path)) return place
      throw new UserError(`${target.path} is no image`, 'It leads to something else.')
    }
  }
}

/** Whether it is a file of the kind that its name said: a link `a.png` must not have the system run a program. */
async function isAsNamed(place: string, path: string): Promise<boolean> {
  const {stat} = process.getBuiltinModule('node:fs/promises')
  const isSameKind = extname(place).toLowerCase() === extname(path).toLowerCase()
  return isSameKind && (await stat(place)).isFile()
}

function addressOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol)) return url.href
  throw new UserError(
    `${text} is no address that can be opened`,
    'It begins with https:// or http://.',
  )
}
