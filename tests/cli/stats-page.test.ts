import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {openBrowser, openFile} from '../support/browser.ts'
import {documentFile, RIVERS} from '../support/documents.ts'
import {program, temporaryDirectory} from '../support/program.ts'

function collection() {
  const ebb = program()
  ebb.run(['import', documentFile(RIVERS), '--deck', 'Rivers <b>&</b> lakes'])
  const {card} = ebb.json(['next'])
  ebb.run(['rate', card.id, 'again'])
  ebb.run(['rate', card.id, 'good'])
  return ebb
}

test('the page of a collection opens in a browser and tells what was answered', async () => {
  const ebb = collection()
  const file = join(temporaryDirectory(), 'my progress.html')
  expect(ebb.run(['stats', '--html', file])).toEqual({
    stdout: `Progress written to ${file}.\n`,
    stderr: '',
    status: 0,
  })
  const browser = await openBrowser()
  try {
    const {page, problems} = await openFile(browser, file)
    expect(await page.locator('.figures li').first().textContent()).toContain('2answers today')
    expect(await page.locator('#decks tbody th').allTextContents()).toEqual([
      'Rivers <b>&</b> lakes',
    ])
    expect(await page.locator('#ratings tbody tr').first().textContent()).toContain('1 (50.0 %)')
    expect(problems).toEqual([])
  } finally {
    await browser.close()
  }
})

test('a file that is there is replaced only if that is asked for', () => {
  const ebb = collection()
  const file = join(temporaryDirectory(), 'page.html')
  writeFileSync(file, 'mine')
  const {stderr, status} = ebb.run(['stats', '--html', file])
  expect({stderr, status}).toEqual({
    stderr: `ebb: ${file} is there already\nReplace it with --force, or name another file.\n`,
    status: 1,
  })
  expect(readFileSync(file, 'utf8')).toBe('mine')
  expect(ebb.run(['stats', '--html', file, '--force']).status).toBe(0)
  expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>/)
})

test('the page can go to standard output, of one deck alone', () => {
  const {stdout, status} = collection().run(['stats', 'Rivers', '--html', '-'])
  expect({stdout, status}).toEqual({stdout: '', status: 1})
  const page = collection().run(['stats', 'Rivers <b>&</b> lakes', '--html', '-']).stdout
  expect(page).toContain('Rivers &lt;b&gt;&amp;&lt;/b&gt; lakes')
  expect(page).toMatch(/<\/html>\n$/)
})
