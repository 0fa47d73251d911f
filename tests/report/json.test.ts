import {expect, test} from 'vitest'
import {sanitizeText} from '../../src/render/sanitize.ts'
import {formatJson} from '../../src/report/json.ts'

test('every character that is not shown as it is, is an escape in JSON, and means the same', () => {
  const characters = Array.from({length: 0x1_0000}, (_, code) => String.fromCharCode(code))
  const raw = characters.filter(character => sanitizeText(character) !== character)
  expect(raw.length).toBeGreaterThan(60)
  const json = formatJson(raw)
  expect(json).toMatch(/^[\n -~]*$/)
  expect(JSON.parse(json)).toEqual(raw)
})
