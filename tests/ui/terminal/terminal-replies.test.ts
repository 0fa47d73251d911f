import {describe, expect, test} from 'vitest'
import {createReplyFilter} from '../../../src/ui/terminal/terminal-replies.ts'

describe('what is left of the input when the replies of a terminal are taken away', () => {
  test.each([
    {reads: ['3', ' ', '\r'], left: '3 \r'},
    {reads: ['\u001B', '[A'], left: '\u001B[A'},
    {reads: ['\u001B[', 'A'], left: '\u001B[A'},
    {reads: ['3\u001B[M 123'], left: '33'},
    {reads: ['\u001B[M', ' ', '1', '2', '3'], left: '3'},
    {reads: ['\u001B[M 1', '23'], left: '3'},
    {reads: ['\u001B[', 'M 123'], left: '\u001B[3'},
    {reads: ['\u001B[M 12\u001B[M 124'], left: '4'},
    {reads: ['\u001B]33', '33', '33\u0007', '1'], left: '1'},
    {reads: ['\u001BP33', '3333\u001B\\1'], left: '1'},
    {reads: ['\u001B', ']33\u001B\\1'], left: '\u001B1'},
    // Alt and a bracket, then a key.
    {reads: ['\u001B]', '3'], left: '\u001B]3'},
    {reads: ['\u001B]3', '3', '4'], left: '34'},
    {reads: ['\u001B[200~33\u001B[M\u001B[201~'], left: '\u001B[200~33\u001B[201~'},
  ])('$reads', ({reads, left}) => {
    expect(reads.map(createReplyFilter()).join('')).toBe(left)
  })
})
