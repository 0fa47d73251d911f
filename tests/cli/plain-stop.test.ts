import {expect, test} from 'vitest'
import {collection} from '../support/sessions.ts'

test('Ctrl-Z stops a review in plain lines, and fg asks again, the time away not counted', async () => {
  const ebb = collection(2)
  const terminal = ebb.open(
    {
      env: {EBB_NOW: ''},
      launcher: ['bash', '-c', 'export COMMAND="$*" PS1="PROMPT> "; exec bash --norc -i', 'bash'],
    },
    ['review', '--plain'],
  )
  await terminal.waitFor('PROMPT>')
  terminal.press('$COMMAND\r')
  await terminal.waitFor('[enter] answer')
  terminal.press('\u001A')
  await terminal.waitFor('Stopped')
  const stopped = performance.now()
  terminal.press('sleep 0.7; echo over\r')
  await terminal.waitFor(/^over$/m)
  terminal.press('fg\r')
  await terminal.waitUntil(
    'the prompt again',
    screen => screen.split('[enter] answer').length === 3,
  )
  const away = performance.now() - stopped
  terminal.press('\r')
  await terminal.waitFor('It is 7.')
  terminal.press('4\r')
  await terminal.waitFor('What is 2 times 7?')
  expect(ebb.log()[0]?.duration_ms).toBeLessThan(away)
  terminal.press('q\r')
  await terminal.waitFor('1 review of 1 card recorded')
})

test('where answers are typed, messages name what is typed to take something back', async () => {
  const ebb = collection(2)
  const {stdout} = ebb.run(['review', '--plain', '--type'], {input: ':s\n:u\n'})
  expect(stdout).toContain(':u takes it back.')
  expect(stdout).toContain('Taken back: suspending.')
})
