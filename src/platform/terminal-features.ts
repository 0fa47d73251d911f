/** What a terminal can do, as far as its environment tells. */
export interface TerminalFeatures {
  /** How many colours to use: 0 where none are wanted or there are none; 256 where there are as many or more. */
  readonly colors: 0 | 16 | 256
  /** Whether it knows bold, dim and underlined text and the movement of the cursor. */
  readonly hasAttributes: boolean
  /** Whether it shows more than ASCII. */
  readonly hasUnicode: boolean
  /** What it shows text on, where it says so (`COLORFGBG`). */
  readonly background: 'dark' | 'light' | undefined
  /** Whether it may be asked for the colour of its background: others would show the question. */
  readonly isAskable: boolean
  /** Whether it opens links (OSC 8). */
  readonly hyperlinks: boolean
  /**
   * How it draws images: `kitty` within text, by Unicode placeholders; `iterm2` on a screen of their own. Nothing where it does not, or where
   * a multiplexer stands between, which would have to be told to let them through.
   */
  readonly images: 'kitty' | 'iterm2' | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the environment alone, so it costs nothing and cannot disturb what is typed. Unknown terminals are taken for ones with
 * sixteen colours, attributes and Unicode, and nothing else.
 */
export function terminalFeaturesOf(environment: Environment): TerminalFeatures {
  const term = environment['TERM'] ?? ''
  const isDumb = term === 'dumb'
  const isBare = isDumb || term === 'linux' || term.startsWith('vt')
  return {
    colors: colorsOf(environment),
    hasAttributes: !isDumb,
    hasUnicode: hasUnicode(environment),
    background: backgroundOf(environment['COLORFGBG']),
    isAskable: term !== '' && !isBare && !isScreen(environment),
    hyperlinks: !isBare && opensLinks(environment),
    images: isBare ? undefined : imagesOf(environment),
  }
}

/** `FORCE_COLOR` before `NO_COLOR`, as Node itself has it; then what the terminal says of itself. */
function colorsOf(environment: Environment): 0 | 16 | 256 {
  const {TERM: term = '', COLORTERM: colorTerm = ''} = environment
  const own = ownColors(environment, term, colorTerm)
  const forced = environment['FORCE_COLOR']
  switch (forced) {
    case undefined:
      return environment['NO_COLOR'] ? 0 : own
    case '0':
    case 'false':
      return 0
    case '2':
    case '3':
      return 256
    default:
      return own === 0 ? 16 : own
  }
}

function ownColors(environment: Environment, term: string, colorTerm: string): 0 | 16 | 256 {
  if (term === 'dumb' || /-m(?:ono)?$|^vt[12]/.test(term)) return 0
  if (/^(?:truecolor|24bit)$/i.test(colorTerm)) return 256
  if (/256|direct|^(?:xterm-)?(?:kitty|ghostty)|^(?:alacritty|foot|wezterm|contour)/.test(term))
    return 256
  if (environment['WT_SESSION'] || PROGRAMS_WITH_LINKS.has(programOf(environment).name)) return 256
  return 16
}

/** Only a locale that names another encoding says no: in containers there often is none, on terminals that show everything. */
function hasUnicode(environment: Environment): boolean {
  const locale = environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'] || ''
  const encoding = /\.([^@]+)/.exec(locale)?.[1]
  return encoding === undefined || /^utf-?8$/i.test(encoding)
}

/** `15;0` or `0;default;15`: the last one is the background, 7 and 9 to 15 are light. */
function backgroundOf(colorFgBg: string | undefined): 'dark' | 'light' | undefined {
  const index = /;(\d{1,2})$/.exec(colorFgBg ?? '')?.[1]
  if (index === undefined) return undefined
  const number = Number(index)
  return number > 15 ? undefined : number === 7 || number > 8 ? 'light' : 'dark'
}

interface Program {
  readonly name: string
  /** Major × 1000 + minor; 0 where it is not said. */
  readonly version: number
}

function programOf(environment: Environment): Program {
  const version = /^(\d+)(?:\.(\d+))?/.exec(environment['TERM_PROGRAM_VERSION'] ?? '')
  return {
    name: environment['TERM_PROGRAM'] ?? '',
    version: Number(version?.[1] ?? 0) * 1000 + Number(version?.[2] ?? 0),
  }
}

const PROGRAMS_WITH_LINKS: ReadonlySet<string> = new Set([
  'iTerm.app',
  'WezTerm',
  'vscode',
  'ghostty',
  'Hyper',
  'mintty',
  'rio',
  'zed',
  'WarpTerminal',
])

const TERMS_WITH_LINKS = /^(?:xterm-)?(?:kitty|ghostty)|^(?:alacritty|foot|wezterm|contour)/

/** tmux passes links on since 3.4, and names itself since 3.2; what the terminal around it set does not count within it. */
function opensLinks(environment: Environment): boolean {
  const program = programOf(environment)
  if (isTmux(environment)) return program.name === 'tmux' && program.version >= 3004
  if (isScreen(environment)) return false
  // Terminals on GNOME’s library: links came with 0.50, and 0.50.0 crashed on them.
  const vte = Number(environment['VTE_VERSION'] ?? 0)
  return (
    vte > 5000 ||
    PROGRAMS_WITH_LINKS.has(program.name) ||
    TERMS_WITH_LINKS.test(environment['TERM'] ?? '') ||
    Boolean(environment['KITTY_WINDOW_ID']) ||
    Boolean(environment['WT_SESSION']) ||
    Number(environment['KONSOLE_VERSION'] ?? 0) >= 201200
  )
}

function imagesOf(environment: Environment): 'kitty' | 'iterm2' | undefined {
  if (isTmux(environment) || isScreen(environment)) return undefined
  const {TERM: term = ''} = environment
  const {name} = programOf(environment)
  if (/^(?:xterm-)?(?:kitty|ghostty)/.test(term) || name === 'ghostty') return 'kitty'
  if (environment['KITTY_WINDOW_ID'] && name === '') return 'kitty'
  return ['iTerm.app', 'WezTerm', 'mintty'].includes(name) ? 'iterm2' : undefined
}

function isTmux(environment: Environment): boolean {
  return (
    Boolean(environment['TMUX']) ||
    programOf(environment).name === 'tmux' ||
    /^tmux/.test(environment['TERM'] ?? '')
  )
}

/** GNU screen; tmux calls itself that too, by default. */
function isScreen(environment: Environment): boolean {
  return (
    Boolean(environment['STY']) ||
    (!isTmux(environment) && /^screen/.test(environment['TERM'] ?? ''))
  )
}
