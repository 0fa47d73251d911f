import {existsSync} from 'node:fs'
import {pathToFileURL} from 'node:url'
import packed from '@sparticuz/chromium'
import {type Browser, chromium, type Page} from 'playwright-core'

/** Where a system has its own; the one from the package runs on Linux alone. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync']

/** A real browser without a window. To be closed. */
export async function openBrowser(): Promise<Browser> {
  const installed = INSTALLED.find(existsSync)
  // Not with the flags that its package gives: with them it ends with its first page.
  return chromium.launch({
    executablePath: installed ?? (await packed.executablePath()),
    args: FLAGS,
  })
}

/** A file as a reader opens it, and everything that went wrong meanwhile. */
export async function openFile(
  browser: Browser,
  path: string,
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<{readonly page: Page; readonly problems: readonly string[]}> {
  const page = await browser.newPage(options)
  const problems: string[] = []
  page.on('console', message => problems.push(message.text()))
  page.on('pageerror', error => problems.push(String(error)))
  page.on('request', request => {
    if (!request.url().startsWith('file:')) problems.push(`asked for ${request.url()}`)
  })
  await page.goto(pathToFileURL(path).href)
  return {page, problems}
}
