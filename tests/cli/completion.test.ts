import {expect, test} from 'vitest'
import {documentFile, RIVERS} from '../support/documents.ts'
import {program, shell} from '../support/program.ts'

/** What Bash would put in place of the word at the end of the line, by the printed script and the built program. */
function completedByBash(
  home: string,
  line: string,
  /** What Bash will replace; it takes a word to begin after an unquoted colon. */
  word = /[^\s:"]*$/.exec(line)?.[0] ?? '',
): readonly string[] {
  const script = `
    shopt -s expand_aliases; compopt() { echo "compopt $*"; }
    ebb() { $EBB "$@"; }
    eval "$(ebb completion bash)"
    COMP_LINE=${JSON.stringify(line)}; COMP_POINT=\${#COMP_LINE}
    _ebb ebb '${word}' ''; printf '%s\\n' "\${COMPREPLY[@]}"`
  const {stdout, stderr} = shell(script, home)
  expect(stderr).toBe('')
  return stdout.split('\n').filter(Boolean)
}

function collection() {
  const ebb = program()
  const file = documentFile(RIVERS)
  for (const deck of ['World::Rivers and lakes', "World::It's a trap", 'Äußerst']) {
    ebb.run(['import', file, '--deck', deck, '--tag', `of-${deck.length}`, '--yes'])
  }
  return ebb
}

test.each([
  ['ebb re', ['review']],
  ['ebb due --fo', ['--format']],
  ['ebb rate x ', ['again', 'hard', 'good', 'easy']],
  ['ebb config new', ['new-per-day']],
  ['ebb config theme ', ['standard', 'high-contrast', 'colour-blind', 'monochrome']],
  ['ebb config ascii o', ['on', 'off']],
  ['ebb config ascii on ', []],
  ['ebb config rollover ', []],
  ['ebb completion ', ['bash', 'zsh', 'fish']],
  ['ebb import ', ['compopt -o default']],
  ['ebb nothing-of-that-kind ', []],
])('Bash completes “%s”', (line, expected) => {
  expect(completedByBash(program().home, line)).toEqual(expected)
})

test('Bash completes decks, as it would write them', () => {
  const ebb = program()
  ebb.run(['import', documentFile(RIVERS), '--deck', "World::Rivers and it's lakes"])
  const complete = (line: string, word?: string) => completedByBash(ebb.home, line, word)
  expect(complete('ebb due ')).toEqual(['World', "World::Rivers\\ and\\ it\\'s\\ lakes"])
  // Bash keeps what stands before the colon.
  expect(complete('ebb due World:')).toEqual([":Rivers\\ and\\ it\\'s\\ lakes"])
  expect(complete('ebb due World::Riv')).toEqual(["Rivers\\ and\\ it\\'s\\ lakes"])
  expect(complete('ebb due "World::Riv', 'World::Riv')).toEqual(["World::Rivers and it's lakes"])
  expect(complete('ebb due World ')).toEqual(["World::Rivers\\ and\\ it\\'s\\ lakes"])
})

test('what no line can tell is not offered', () => {
  const ebb = program()
  const document = RIVERS.replace('deck: Geography::Rivers', String.raw`deck: "two\nlines"`)
  ebb.run([
    'import',
    documentFile(
      document.replace('[water]', String.raw`[":files", "plain", "\u001b]0;title\u0007"]`),
    ),
    '--yes',
  ])
  expect(ebb.run(['complete', '--', 'due', '']).stdout).toBe('')
  expect(ebb.run(['complete', '--', 'due', '--tag', '']).stdout).toBe('plain\t\n')
})

test('every shell is told each word with its description', () => {
  const ebb = collection()
  const {stdout} = ebb.run(['complete', '--', 'due', '--for'])
  expect(stdout).toMatch(/^--format\tprint this, .+\n$/)
  expect(ebb.run(['complete', '--', 'import', '']).stdout).toBe(':files\n')
  expect(ebb.run(['complete', '--', 'import', '--tag', '']).stdout).toMatch(/^of-\d+\t\n/)
})

test('a value is completed in the word of its option, too', () => {
  const ebb = collection()
  expect(ebb.run(['complete', '--', 'due', '--tag=of-7']).stdout).toBe('--tag=of-7\t\n')
  // Bash keeps what stands before the equals sign.
  expect(completedByBash(ebb.home, 'ebb due --tag=of-7', 'of-7')).toEqual(['of-7'])
  expect(completedByBash(ebb.home, 'ebb due --tag=', '')).toEqual(['of-7', 'water'])
})

test('a shell that is not known is a usage error that names those that are', () => {
  const {stderr, status} = program().run(['completion', 'tcsh'])
  expect({status}).toEqual({status: 2})
  expect(stderr).toContain('bash, zsh, fish')
})
