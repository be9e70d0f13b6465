// Walks through the screens in Chromium and keeps a picture of each: `node test/look.mjs [folder]`.
import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { fixture, serve } from './fixture-host.mjs'

const folder = process.argv[2] ?? 'test-results/look'
const only = process.argv[3]
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--no-first-run'],
})

const SIZES = process.argv[4]
  ? [process.argv[4].split('x').map(Number)]
  : [
      [1366, 768],
      [1024, 640],
    ]
const THEMES = process.argv[5] ? [process.argv[5]] : ['light', 'dark']
const problems = []

async function type(page, keys) {
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(45)
  }
}
/** Types as a scanner does: trusted key events, far faster than a person, ended by Enter. */
async function wedge(page, text) {
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
  await page.waitForTimeout(150)
}

const scenes = {
  'plan-list': (page) => page.goto('#/plan'),
  'plan-new': async (page) => {
    await page.goto('#/plan/new')
    await page.waitForTimeout(250)
    await page.getByLabel('Title').fill('Jazz Night')
    await page.getByLabel('Starts').fill('sat 13 jun 20:00')
    await page.getByLabel('Capacity').fill('900')
    await page.keyboard.press('Tab')
  },
  'plan-event': (page) => page.goto('#/plan/events/e1'),
  'plan-draft': (page) => page.goto('#/plan/events/e3'),
  'plan-tiers': (page) => page.goto('#/plan/events/e1?tab=tiers'),
  'plan-tier-dialog': async (page) => {
    await page.goto('#/plan/events/e1?tab=tiers')
    await page.getByRole('button', { name: 'Add a tier' }).click()
    await page.waitForTimeout(200)
    await page.getByRole('button', { name: 'Add tier' }).click()
  },
  'plan-orders': (page) => page.goto('#/plan/events/e1?tab=orders'),
  'plan-order': (page) => page.goto('#/plan/events/e1?tab=orders&order=ord120'),
  'plan-refund': async (page) => {
    await page.goto('#/plan/events/e1?tab=orders&order=ord120')
    await page.getByRole('button', { name: 'Refund', exact: true }).click()
  },
  'plan-door': (page) => page.goto('#/plan/events/e1?tab=door'),
  'till-rest': (page) => page.goto('#/till'),
  'till-basket': async (page) => {
    await page.goto('#/till')
    await page.waitForTimeout(300)
    await type(page, ['1', '1', '2', '3'])
  },
  'till-sold': async (page) => {
    await page.goto('#/till')
    await page.waitForTimeout(300)
    await type(page, ['1', '1', '2', 'e'])
  },
  'till-next': async (page) => {
    await page.goto('#/till')
    await page.waitForTimeout(300)
    await type(page, ['1', '1', '2', 'e', '4'])
  },
  'till-entry': async (page) => {
    await page.goto('#/till')
    await page.waitForTimeout(300)
    await type(page, ['1', '.', '5', '0'])
  },
  'till-card': async (page) => {
    await page.goto('#/till')
    await page.waitForTimeout(300)
    await type(page, ['1', '2', 'c', '4', '2'])
  },
  'till-not-today': async (page) => {
    await page.goto('#/till')
    await page.waitForTimeout(300)
    await page
      .getByRole('button', { name: /Jazz im Hof/ })
      .first()
      .click()
    await page.getByRole('option', { name: /Winterlesung/ }).click()
  },
  'door-rest': (page) => page.goto('#/door'),
  'door-go': async (page) => {
    await page.goto('#/door')
    await page.waitForTimeout(300)
    await wedge(page, 'K000050H')
  },
  'door-attention': async (page) => {
    await page.goto('#/door')
    await page.waitForTimeout(300)
    await wedge(page, 'v-admit')
  },
  'door-wait': async (page) => {
    await page.goto('#/door')
    await page.waitForTimeout(300)
    await wedge(page, 'v-already_used')
  },
  'door-stop': async (page) => {
    await page.goto('#/door')
    await page.waitForTimeout(300)
    await wedge(page, 'v-refunded')
  },
  'door-long': async (page) => {
    await page.goto('#/door')
    await page.waitForTimeout(300)
    await wedge(page, 'v-bad_signature')
  },
  'door-same': async (page) => {
    await page.goto('#/door')
    await page.waitForTimeout(300)
    await wedge(page, 'K000051H')
    await wedge(page, 'K000051H')
  },
  'door-recent': async (page) => {
    await page.goto('#/door')
    await page.waitForTimeout(300)
    for (const code of ['K000060H', 'v-unknown', 'v-not_yet_valid', 'K000061H']) await wedge(page, code)
    await page.keyboard.press('Escape')
    await page.waitForTimeout(200)
  },
  'door-lookup': async (page) => {
    await page.goto('#/door')
    await page.waitForTimeout(300)
    await type(page, ['z', 'o'])
    await page.waitForTimeout(300)
  },
  'door-check-only': async (page) => {
    await page.goto('#/door')
    await page.waitForTimeout(300)
    await page.keyboard.press('F2')
    await page.keyboard.press('F3')
  },
  settings: (page) => page.goto('#/settings'),
  palette: async (page) => {
    await page.goto('#/plan')
    await page.waitForTimeout(300)
    await page.keyboard.press('Control+k')
    await page.waitForTimeout(200)
    await page.keyboard.type('till', { delay: 60 })
  },
  keys: async (page) => {
    await page.goto('#/till')
    await page.waitForTimeout(300)
    await page.keyboard.press('F1')
  },
  'first-run': null,
  'first-run-own': null,
}

for (const [width, height] of SIZES) {
  for (const theme of THEMES) {
    for (const [name, go] of Object.entries(scenes)) {
      if (only && !name.startsWith(only)) continue
      const host = await serve(fixture({ isEmpty: name.startsWith('first-run') }))
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: theme,
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
        baseURL: host.url,
      })
      const page = await context.newPage()
      page.on('pageerror', (error) => problems.push(`${name}: ${error.message}`))
      page.on('console', (message) => message.type() === 'error' && problems.push(`${name}: ${message.text()}`))
      try {
        await page.goto(`${host.url}/#token=x`)
        await page.waitForTimeout(250)
        if (go) await go(pageProxy(page, host.url))
        if (name === 'first-run-own') await page.getByRole('button', { name: 'Start my own' }).click()
        await page.waitForTimeout(350)
      } catch (error) {
        problems.push(`${name}: ${error.message.split('\n')[0]}`)
      }
      await page.screenshot({ path: `${folder}/${name}-${theme}-${width}.png` })
      await context.close()
      host.close()
    }
  }
}
await browser.close()
console.log([...new Set(problems)].join('\n') || 'no problems')

/** Hash addresses are relative to the host. */
function pageProxy(page, url) {
  return new Proxy(page, {
    get: (target, key) =>
      key === 'goto'
        ? async (hash) => {
            await target.goto(`${url}/${hash}`)
            await target.waitForTimeout(350)
          }
        : typeof target[key] === 'function'
          ? target[key].bind(target)
          : target[key],
  })
}
