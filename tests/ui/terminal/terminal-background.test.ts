import {describe, expect, it} from 'vitest'
import {BACKGROUND_QUERY, backgroundOfReply} from '../../../src/ui/terminal/terminal-background.ts'
import {createReplyFilter} from '../../../src/ui/terminal/terminal-replies.ts'

describe('what a terminal says of its background', () => {
  it.each([
    ['\u001b]11;rgb:0000/0000/0000\u001b\\', 'dark'],
    ['\u001b]11;rgb:ffff/ffff/ffff\u0007', 'light'],
    ['\u001b]11;rgb:1e1e/1e1e/1e1e', 'dark'],
    ['\u001b]11;rgb:fd/f6/e3\u0007', 'light'],
    ['\u001b]11;rgb:0/2/3\u0007', 'dark'],
    ['\u001b]11;rgba:ffff/ffff/ffff/8000\u0007', 'light'],
    // As bright as the eye finds the middle.
    ['\u001b]11;rgb:7777/7777/7777\u0007', 'light'],
    ['\u001b]11;rgb:7070/7070/7070\u0007', 'dark'],
    // Pure blue is dark, pure green is light.
    ['\u001b]11;rgb:0000/0000/ffff\u0007', 'dark'],
    ['\u001b]11;rgb:0000/ffff/0000\u0007', 'light'],
    ['\u001b]10;rgb:ffff/ffff/ffff\u0007', undefined],
    ['\u001b]11;?\u0007', undefined],
    ['\u001bP1$r0m\u001b\\', undefined],
  ])('%j', (reply, background) => {
    expect(backgroundOfReply(reply)).toBe(background)
  })

  it('is asked for by a sequence without a movement of the cursor', () => {
    expect(BACKGROUND_QUERY).toBe('\u001b]11;?\u001b\\')
  })
})

describe('a reply among keys', () => {
  const reply = '\u001b]11;rgb:ffff/ffff/ffff\u0007'
  const heardIn = (reads: readonly string[]) => {
    const heard: string[] = []
    const filter = createReplyFilter(said => heard.push(said))
    return {keys: reads.map(filter).join(''), heard}
  }

  it('is heard, and the keys around it arrive', () => {
    expect(heardIn([`a${reply}b`])).toEqual({keys: 'ab', heard: [reply]})
  })

  it('is heard wherever one read ends and the next begins', () => {
    for (let cut = 1; cut < reply.length; cut++) {
      const {keys, heard} = heardIn([`j${reply.slice(0, cut)}`, `${reply.slice(cut)}k`])
      // What may have been a key was given as one.
      expect(keys.replace('\u001b', '').replace(']', ''), `cut at ${cut}`).toBe('jk')
      expect(heard.map(backgroundOfReply), `cut at ${cut}`).toEqual(['light'])
    }
  })

  it('is heard in three reads', () => {
    const {keys, heard} = heardIn([reply.slice(0, 8), reply.slice(8, 15), `${reply.slice(15)}x`])
    expect(keys).toBe('x')
    expect(heard.map(backgroundOfReply)).toEqual(['light'])
  })
})
