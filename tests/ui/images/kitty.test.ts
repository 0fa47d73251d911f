import {describe, expect, it} from 'vitest'
import {deleteImage, placeInCells, transmitPng} from '../../../src/ui/images/kitty.ts'

describe('kitty’s graphics protocol, byte by byte', () => {
  it('a small image is one sequence', () => {
    expect(transmitPng(7, Buffer.from('abc'))).toBe('\u001b_Ga=t,f=100,i=7,q=2,m=0;YWJj\u001b\\')
  })

  it('a large image is sent in pieces of 4096 characters, the last of which says so', () => {
    const bytes = Buffer.alloc(3072 * 2 + 1, 1)
    const sequences = transmitPng(7, bytes).split('\u001b\\').slice(0, -1)
    const [first = '', second = '', last = ''] = sequences
    expect(sequences).toHaveLength(3)
    expect(first).toMatch(/^\p{Control}_Ga=t,f=100,i=7,q=2,m=1;.{4096}$/u)
    expect(second).toMatch(/^\p{Control}_Gq=2,m=1;.{4096}$/u)
    expect(last).toBe('\u001b_Gq=2,m=0;AQ==')
    const data = sequences.map(sequence => sequence.split(';')[1]).join('')
    expect(Buffer.from(data, 'base64')).toEqual(bytes)
  })

  it('an image of just a piece needs no other', () => {
    const sequences = transmitPng(7, Buffer.alloc(3072))
    expect(sequences.split('\u001b\\')).toHaveLength(2)
    expect(sequences).toContain('q=2,m=0;')
  })

  it('the bytes of a part of a buffer are those of the part', () => {
    expect(transmitPng(7, Buffer.from('xxabcxx').subarray(2, 5))).toContain(';YWJj\u001b')
  })

  it('a place is virtual: no cursor moves', () => {
    expect(placeInCells(7, 20, 5)).toBe('\u001b_Ga=p,U=1,i=7,p=1,c=20,r=5,q=2\u001b\\')
  })

  it('an image is deleted with its data', () => {
    expect(deleteImage(7)).toBe('\u001b_Ga=d,d=I,i=7,q=2\u001b\\')
  })
})
