import {describe, expect, it} from 'vitest'
import {terminalFeaturesOf} from '../../src/platform/terminal-features.ts'

type Environment = Readonly<Record<string, string>>

describe('colours', () => {
  it.each<[string, Environment, number]>([
    ['an unknown terminal', {TERM: 'xterm'}, 16],
    ['no terminal name, as on Windows', {}, 16],
    ['256 colours', {TERM: 'xterm-256color'}, 256],
    ['true colour', {TERM: 'xterm', COLORTERM: 'truecolor'}, 256],
    ['kitty', {TERM: 'xterm-kitty'}, 256],
    ['Windows Terminal', {WT_SESSION: 'a'}, 256],
    ['the console of Linux', {TERM: 'linux'}, 16],
    ['a dumb terminal', {TERM: 'dumb', COLORTERM: 'truecolor'}, 0],
    ['a monochrome terminal', {TERM: 'xterm-mono'}, 0],
    ['a terminal of the seventies', {TERM: 'vt100'}, 0],
    ['NO_COLOR', {TERM: 'xterm-256color', NO_COLOR: '1'}, 0],
    ['an empty NO_COLOR', {TERM: 'xterm-256color', NO_COLOR: ''}, 256],
    ['FORCE_COLOR where there are none', {TERM: 'dumb', FORCE_COLOR: '1'}, 16],
    ['FORCE_COLOR before NO_COLOR', {TERM: 'xterm', NO_COLOR: '1', FORCE_COLOR: '2'}, 256],
    ['FORCE_COLOR=0', {TERM: 'xterm-256color', FORCE_COLOR: '0'}, 0],
    ['FORCE_COLOR=false', {TERM: 'xterm-256color', FORCE_COLOR: 'false'}, 0],
    ['FORCE_COLOR without a number', {TERM: 'xterm', FORCE_COLOR: ''}, 16],
  ])('%s', (_, environment, colors) => {
    expect(terminalFeaturesOf(environment).colors).toBe(colors)
  })
})

describe('the background by COLORFGBG', () => {
  it.each([
    ['15;0', 'dark'],
    ['0;15', 'light'],
    ['0;default;15', 'light'],
    ['12;8', 'dark'],
    ['0;7', 'light'],
    ['default;default', undefined],
    ['0;99', undefined],
    ['', undefined],
  ])('%s', (COLORFGBG, background) => {
    expect(terminalFeaturesOf({TERM: 'xterm', COLORFGBG}).background).toBe(background)
  })

  it.each<[string, Environment, boolean]>([
    ['most terminals are asked', {TERM: 'xterm-256color'}, true],
    ['tmux is asked', {TERM: 'tmux-256color', TMUX: '/tmp/a'}, true],
    ['a dumb terminal is not', {TERM: 'dumb'}, false],
    ['the console of Linux is not', {TERM: 'linux'}, false],
    ['GNU screen is not', {TERM: 'screen', STY: '1.a'}, false],
    ['what has no name is not', {}, false],
  ])('%s', (_, environment, isAskable) => {
    expect(terminalFeaturesOf(environment).isAskable).toBe(isAskable)
  })
})

describe('links', () => {
  const iterm = {TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app'}
  it.each<[string, Environment, boolean]>([
    ['an unknown terminal', {TERM: 'xterm-256color'}, false],
    ['the terminal of macOS', {TERM: 'xterm-256color', TERM_PROGRAM: 'Apple_Terminal'}, false],
    ['iTerm2', iterm, true],
    ['VS Code', {TERM: 'xterm-256color', TERM_PROGRAM: 'vscode'}, true],
    ['kitty', {TERM: 'xterm-kitty'}, true],
    ['kitty under another name', {TERM: 'xterm', KITTY_WINDOW_ID: '1'}, true],
    ['foot', {TERM: 'foot-extra'}, true],
    ['GNOME Terminal', {TERM: 'xterm-256color', VTE_VERSION: '6800'}, true],
    ['GNOME Terminal that crashed on links', {TERM: 'xterm', VTE_VERSION: '5000'}, false],
    ['Windows Terminal', {WT_SESSION: 'a'}, true],
    ['Konsole', {TERM: 'xterm-256color', KONSOLE_VERSION: '220400'}, true],
    ['an old Konsole', {TERM: 'xterm-256color', KONSOLE_VERSION: '180400'}, false],
    [
      'tmux 3.4',
      {TERM: 'tmux-256color', TMUX: 'a', TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.4'},
      true,
    ],
    [
      'tmux 3.3a, whatever it runs in',
      {
        TERM: 'tmux',
        TMUX: 'a',
        TERM_PROGRAM: 'tmux',
        TERM_PROGRAM_VERSION: '3.3a',
        VTE_VERSION: '6800',
      },
      false,
    ],
    ['GNU screen, whatever it runs in', {...iterm, STY: '1.a', TERM: 'screen'}, false],
    ['a dumb terminal, whatever it runs in', {...iterm, TERM: 'dumb'}, false],
  ])('%s', (_, environment, hyperlinks) => {
    expect(terminalFeaturesOf(environment).hyperlinks).toBe(hyperlinks)
  })
})

describe('images', () => {
  it.each<[string, Environment, string | undefined]>([
    ['kitty', {TERM: 'xterm-kitty', KITTY_WINDOW_ID: '1'}, 'kitty'],
    ['Ghostty', {TERM: 'xterm-ghostty', TERM_PROGRAM: 'ghostty'}, 'kitty'],
    ['iTerm2', {TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app'}, 'iterm2'],
    ['WezTerm', {TERM: 'xterm-256color', TERM_PROGRAM: 'WezTerm'}, 'iterm2'],
    ['kitty behind tmux', {TERM: 'tmux-256color', TMUX: 'a', KITTY_WINDOW_ID: '1'}, undefined],
    [
      'a program within kitty',
      {TERM: 'xterm', KITTY_WINDOW_ID: '1', TERM_PROGRAM: 'vscode'},
      undefined,
    ],
    ['an unknown terminal', {TERM: 'xterm-256color'}, undefined],
    ['a dumb terminal', {TERM: 'dumb', TERM_PROGRAM: 'iTerm.app'}, undefined],
  ])('%s', (_, environment, images) => {
    expect(terminalFeaturesOf(environment).images).toBe(images)
  })
})

describe('Unicode', () => {
  it.each<[string, Environment, boolean]>([
    ['no locale', {}, true],
    ['UTF-8', {LANG: 'de_CH.UTF-8'}, true],
    ['utf8 with a variant', {LC_ALL: 'ca_ES.utf8@valencia', LANG: 'C'}, true],
    ['Latin-1', {LANG: 'de_CH.ISO-8859-1'}, false],
    ['the most particular variable counts', {LC_ALL: 'en_US.ISO-8859-15', LANG: 'C.UTF-8'}, false],
    ['no encoding is named', {LANG: 'C'}, true],
  ])('%s', (_, environment, hasUnicode) => {
    expect(terminalFeaturesOf(environment).hasUnicode).toBe(hasUnicode)
  })
})

it('a dumb terminal has no attributes', () => {
  expect(terminalFeaturesOf({TERM: 'dumb'}).hasAttributes).toBe(false)
  expect(terminalFeaturesOf({TERM: 'vt100'}).hasAttributes).toBe(true)
})
