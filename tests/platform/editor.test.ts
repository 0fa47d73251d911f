import {expect, test} from 'vitest'
import {editorCommand} from '../../src/platform/editor.ts'

const PLACE = {file: '/notes/a b.md', line: 12}

test.each([
  ['vi', 'vi', ['+12', '/notes/a b.md']],
  ['/usr/bin/vim', '/usr/bin/vim', ['+12', '/notes/a b.md']],
  ['nvim --clean', 'nvim', ['--clean', '+12', '/notes/a b.md']],
  ['nano', 'nano', ['+12', '/notes/a b.md']],
  ['emacs -nw', 'emacs', ['-nw', '+12', '/notes/a b.md']],
  ['emacsclient -t', 'emacsclient', ['-t', '+12', '/notes/a b.md']],
  ['kak', 'kak', ['+12', '/notes/a b.md']],
  ['micro', 'micro', ['+12', '/notes/a b.md']],
  ['hx', 'hx', ['/notes/a b.md:12']],
  ['code --wait', 'code', ['--wait', '--goto', '/notes/a b.md:12']],
  ['code', 'code', ['--wait', '--goto', '/notes/a b.md:12']],
  ['codium -w', 'codium', ['-w', '--goto', '/notes/a b.md:12']],
  ['subl -w', 'subl', ['-w', '/notes/a b.md:12']],
  ['"/opt/My Editors/vim" -n', '/opt/My Editors/vim', ['-n', '+12', '/notes/a b.md']],
  ['env TERM=xterm vim', 'env', ['TERM=xterm', 'vim', '+12', '/notes/a b.md']],
  ['some-editor', 'some-editor', ['/notes/a b.md']],
])('%s opens a document at a line', (EDITOR, command, args) => {
  expect(editorCommand(PLACE, {EDITOR})).toEqual({name: EDITOR, command, args, isShell: false})
})

test('what only a shell understands goes to one, and the document’s name never into its text', () => {
  const place = {file: '/notes/$(rm -rf x); "a".md', line: 3}
  expect(editorCommand(place, {EDITOR: '~/bin/vim -c "set nu"'})).toEqual({
    name: '~/bin/vim -c "set nu"',
    command: '~/bin/vim -c "set nu"',
    args: ['+3', place.file],
    isShell: true,
  })
})

test.each([
  [{VISUAL: 'hx', EDITOR: 'nano'}, 'hx'],
  [{VISUAL: '', EDITOR: 'nano'}, 'nano'],
  [{VISUAL: ' ', EDITOR: ''}, 'vi'],
  [{}, 'vi'],
])('of %j it is %s', (environment, name) => {
  expect(editorCommand(PLACE, environment).name).toBe(name)
})
