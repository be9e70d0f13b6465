// Walks through every screen of the served demo venue and keeps a picture of each.
// node test/look.mjs [FOLDER] [BEGINNING OF A SCENE'S NAME] [WIDTHxHEIGHT] [light|dark] [LANGUAGE]
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { goTo, launchBrowser, openWindow, scanCode, typeKeys } from './browser.mjs'
import { startStagedoor } from './stagedoor.mjs'

const PICTURES = fileURLToPath(new URL('../../test-results/look', import.meta.url))
const [folder = PICTURES, only = '', size, shade, language = 'en'] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const sizes = size
  ? [size.split('x').map(Number)]
  : [
      [1366, 768],
      [1024, 640],
    ]
const shades = shade ? [shade] : ['light', 'dark']
const problems = []

/** Facts of the demo venue that scenes need: its events, and tickets in every state. */
async function prepare(server) {
  const { rows: events } = await server.call('event.list', {})
  const [tonight, other] = events
  const draft = events.find((event) => event.status === 'draft')
  const { rows: foreign } = await server.call('ticket.list', { event: other.id })
  const [tier] = await server.call('tier.list', { event: tonight.id })
  await server.call('till.open', { float_minor: 15_000 })
  const sell = (quantity, buyer_name) =>
    server.call('order.complete', {
      event: tonight.id,
      lines: [{ tier: tier.id, quantity }],
      payment: { method: 'cash' },
      buyer_name,
      idempotency_key: crypto.randomUUID(),
    })
  const group = await sell(4, 'Zoë van der Berg-Hollenstein')
  const single = await sell(1, 'Jürgen Ångström')
  const used = await sell(1, 'مريم الحسن')
  const gone = await sell(1, 'Tom Keller')
  await server.call('ticket.void', { ticket: gone.tickets[0].id, reason: 'Printed twice' })
  const small = await server.call('tier.create', {
    event: tonight.id,
    name: 'Rollstuhlplatz mit Begleitung',
    price: '25.00',
    quantity: 4,
    needs_attention: true,
    door_note: 'Ramp on the left',
  })
  const full = await server.call('tier.create', {
    event: tonight.id,
    name: 'Ermäßigt (Schüler, Studierende, Azubis)',
    price: '12.00',
    quantity: 1,
  })
  const special = await server.call('order.complete', {
    event: tonight.id,
    lines: [
      { tier: small.id, quantity: 1 },
      { tier: full.id, quantity: 1 },
    ],
    payment: { method: 'cash' },
    buyer_name: 'अनन्या शर्मा',
    idempotency_key: crypto.randomUUID(),
  })
  // A sale spends no time on signing: the codes come with the list.
  const { rows: tickets } = await server.call('ticket.list', { event: tonight.id, page: { first: 200 } })
  const codeOf = (ticket) => tickets.find((row) => row.id === ticket.id).payload
  const codes = {
    group: codeOf(group.tickets[0]),
    single: codeOf(single.tickets[0]),
    used: codeOf(used.tickets[0]),
    gone: codeOf(gone.tickets[0]),
    attention: codeOf(special.tickets[0]),
    foreign: foreign[0].payload,
  }
  const [list] = await server.call('checkin_list.list', { event: tonight.id })
  await server.call('scan', {
    event: tonight.id,
    list: list.id,
    code: codes.used,
    device: 'Laptop at gate A',
    scanned_at: new Date(Date.now() - 2_220_000).toISOString(),
  })
  return { tonight, other, draft, tickets, group, codes }
}

const scenes = {
  'first-run': async () => undefined,
  'first-run-own': async ({ page }) => page.getByRole('button').nth(1).click(),
  'plan-list': ({ page }) => goTo(page, '/plan'),
  'plan-new': async ({ page }) => {
    await goTo(page, '/plan/new')
    await page.locator('[name=title]').fill('Jazz Night')
    await page.locator('[name=starts_at]').fill('sat 12 jun 20:00')
  },
  'plan-event': ({ page, facts }) => goTo(page, `/plan/events/${facts.tonight.id}`),
  'plan-draft': ({ page, facts }) => goTo(page, `/plan/events/${facts.draft.id}`),
  'plan-details': async ({ page, facts }) => {
    await goTo(page, `/plan/events/${facts.draft.id}`)
    await page
      .getByRole('button', { name: /Edit details/ })
      .first()
      .click()
  },
  'plan-tiers': ({ page, facts }) => goTo(page, `/plan/events/${facts.tonight.id}?tab=tiers`),
  'plan-tier-errors': async ({ page, facts }) => {
    await goTo(page, `/plan/events/${facts.tonight.id}?tab=tiers`)
    await page.getByRole('button', { name: 'Add a tier' }).click()
    await page.getByRole('button', { name: 'Add tier' }).click()
  },
  'plan-orders': ({ page, facts }) => goTo(page, `/plan/events/${facts.tonight.id}?tab=orders`),
  'plan-order': ({ page, facts }) =>
    goTo(page, `/plan/events/${facts.tonight.id}?tab=orders&order=${facts.group.order.id}`),
  'plan-refund': async ({ page, facts }) => {
    await goTo(page, `/plan/events/${facts.tonight.id}?tab=orders&order=${facts.group.order.id}`)
    await page.getByRole('button', { name: 'Refund', exact: true }).click()
  },
  'plan-door': ({ page, facts }) => goTo(page, `/plan/events/${facts.tonight.id}?tab=door`),
  'till-rest': ({ page }) => goTo(page, '/till'),
  'till-basket': ({ page }) => till(page, ['1', '1', '2', '6']),
  'till-entry': ({ page }) => till(page, ['1', '.', '5', '0']),
  'till-card': ({ page }) => till(page, ['1', '2', 'c', '4', '2']),
  'till-sold': ({ page }) => till(page, ['1', '1', '2', 'r']),
  'till-next': ({ page }) => till(page, ['1', '1', '2', 'r', '3']),
  'till-large': ({ page }) => till(page, ['*', '1', '2', '*', '1', 'Enter']),
  'till-other-day': async ({ page, facts }) => {
    await page.evaluate(
      (eventId) => localStorage.setItem('stagedoor.preferences', JSON.stringify({ eventId })),
      facts.other.id,
    )
    await page.reload()
    await goTo(page, '/till')
  },
  'till-search': ({ page }) => till(page, ['s']),
  'till-split': ({ page }) => till(page, ['1', '1', 'x', '2', '0', 'Enter']),
  'till-refund': ({ page }) => till(page, ['1', '1', '2', 'r', 'r', '1']),
  'till-count': async ({ page }) => {
    await till(page, [])
    await page.keyboard.press('Control+Shift+Z')
  },
  'door-rest': ({ page }) => goTo(page, '/door'),
  'door-go': ({ page, facts }) => door(page, facts.codes.single),
  'door-group': ({ page, facts }) => door(page, facts.codes.group),
  'door-same': ({ page, facts }) => door(page, facts.tickets[20].payload, facts.tickets[20].payload),
  'door-attention': ({ page, facts }) => door(page, facts.codes.attention),
  'door-used': ({ page, facts }) => door(page, facts.codes.used),
  'door-void': ({ page, facts }) => door(page, facts.codes.gone),
  'door-other-event': ({ page, facts }) => door(page, facts.codes.foreign),
  'door-unknown': ({ page }) => door(page, 'abcd1234wxyz'),
  'door-forged': ({ page, facts }) => door(page, `${facts.tickets[5].payload.slice(0, -2)}00`),
  'door-lookup': async ({ page }) => {
    await door(page)
    await typeKeys(page, ['z', 'o'])
  },
  'door-exit': async ({ page }) => {
    await door(page)
    await page.keyboard.press('F3')
  },
  settings: ({ page }) => goTo(page, '/settings'),
  palette: async ({ page }) => {
    await goTo(page, '/plan')
    await page.waitForTimeout(300)
    await page.keyboard.press('Control+k')
    await page.waitForTimeout(200)
    await page.keyboard.type('na', { delay: 80 })
  },
  keys: async ({ page }) => {
    await goTo(page, '/till')
    await page.waitForTimeout(300)
    await page.keyboard.press('F1')
  },
}

async function till(page, keys) {
  await goTo(page, '/till')
  await page.waitForTimeout(400)
  await typeKeys(page, keys)
}

async function door(page, ...codes) {
  await goTo(page, '/door')
  await page.waitForTimeout(400)
  for (const code of codes) {
    await scanCode(page, code)
    await page.waitForTimeout(350)
  }
}

const browser = await launchBrowser()
for (const [width, height] of sizes) {
  for (const theme of shades) {
    const server = await startStagedoor()
    const facts = await prepare(server)
    for (const [name, go] of Object.entries(scenes)) {
      if (!name.startsWith(only)) continue
      const seen = []
      const page = await openWindow(browser, server, {
        width,
        height,
        theme,
        problems: seen,
        preferences: { language },
      })
      try {
        if (name.startsWith('first-run')) {
          await page.route('**/api/app.info', (route) =>
            route.fulfill({ json: { ok: { version: '0.1.0', workspace: null, keychain: 'file' } } }),
          )
          await page.reload()
        }
        await page.waitForTimeout(350)
        await go({ page, facts })
        await page.waitForTimeout(350)
      } catch (error) {
        seen.push(error.message.split('\n')[0])
      }
      await page.screenshot({ path: `${folder}/${name}-${theme}-${width}.png` })
      await page.context().close()
      problems.push(...seen.map((problem) => `${name}: ${problem}`))
    }
    server.stop()
  }
}
await browser.close()
console.log([...new Set(problems)].join('\n') || 'no problems')
process.exitCode = problems.length === 0 ? 0 : 1
