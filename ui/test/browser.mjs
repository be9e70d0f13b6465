// Chromium as a person and a scanner use it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export function launchBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--no-first-run'],
  })
}

/** A window on the served product; what its console complains of is collected in `problems`. */
export async function openWindow(
  browser,
  server,
  { width = 1366, height = 768, theme = 'light', preferences = {}, problems = [], locale = 'en-GB' } = {},
) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale,
    timezoneId: 'Europe/Berlin',
  })
  await context.addInitScript((stored) => {
    if (!localStorage.getItem('stagedoor.preferences'))
      localStorage.setItem('stagedoor.preferences', JSON.stringify(stored))
  }, preferences)
  const page = await context.newPage()
  page.on('pageerror', (error) => problems.push(`page: ${error.message}`))
  page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`))
  await page.goto(`${server.url}#token=${server.token}`)
  return page
}

/** Goes to a place inside the page. */
export async function goTo(page, path) {
  await page.evaluate((hash) => location.assign(hash), `#${path}`)
  await page.getByRole('main').first().waitFor()
}

/** Types as a person does, one key after another. */
export async function typeKeys(page, keys) {
  for (const key of keys) await page.keyboard.press(key, { delay: 5 }).then(() => page.waitForTimeout(55))
}

/** Types as a scanner does: trusted key events in one burst, ended by Enter. */
export async function scanCode(page, text) {
  const session = await page.context().newCDPSession(page)
  const strokes = [...text].flatMap((letter) => {
    const code = /[a-z]/i.test(letter) ? `Key${letter.toUpperCase()}` : /\d/.test(letter) ? `Digit${letter}` : 'Minus'
    const key = { key: letter, code, text: letter, modifiers: /[A-Z_]/.test(letter) ? 8 : 0 }
    return [
      { ...key, type: 'keyDown' },
      { ...key, type: 'keyUp', text: undefined },
    ]
  })
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 }
  strokes.push({ ...enter, type: 'keyDown', text: '\r' }, { ...enter, type: 'keyUp' })
  await Promise.all(strokes.map((stroke) => session.send('Input.dispatchKeyEvent', stroke)))
  await session.detach()
}

/** What axe finds against WCAG 2.2 A and AA on the screen as it is. */
export async function accessibilityFaults(page) {
  await page.evaluate(axeSource)
  const found = await page.evaluate(() =>
    globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }),
  )
  return found.violations.map(
    (fault) => `${fault.id}: ${fault.help} (${fault.nodes.map((node) => node.html.slice(0, 160)).join(' | ')})`,
  )
}
