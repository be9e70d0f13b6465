// The main job in a browser, on the product itself: plan an event, put it on sale, sell, scan, refund, scan again.
// Every screen on the way is checked with axe. node test/journey.mjs [light|dark]
import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { accessibilityFaults, goTo, launchBrowser, openWindow, scanCode, typeKeys } from './browser.mjs'
import { startStagedoor } from './stagedoor.mjs'

const FAILED_PICTURE = fileURLToPath(new URL('../../test-results/journey-failed.png', import.meta.url))
const theme = process.argv[2] ?? 'light'
const problems = []
const server = await startStagedoor()
const browser = await launchBrowser()
const page = await openWindow(browser, server, { theme, problems, preferences: { doorTheme: 'same' } })

async function step(name, work) {
  await work()
  // Colours fade in within 120 ms; axe must not measure them half way.
  await page.waitForTimeout(200)
  const faults = await accessibilityFaults(page)
  assert.deepEqual(faults, [], `axe at “${name}”`)
  console.log(`ok  ${name}`)
}

const sheet = () => page.locator('.verdict')
const word = () => page.locator('.verdict-word').textContent()
const untilWord = async (expected) => {
  await page.locator('.verdict:not([hidden])', { hasText: expected }).waitFor()
  assert.equal(await word(), expected)
}
/** What the drawer's books say, the latest last. */
const lastEntries = async (count) => (await server.call('till.entries', { page: { first: 500 } })).rows.slice(-count)
/** Types keys and says how many there were: the counts are promised. */
async function counted(job, keys, promised) {
  await typeKeys(page, keys)
  if (promised !== null) assert.equal(keys.length, promised, job)
  console.log(`    ${keys.length} keys: ${job} (${keys.join(' ')})`)
}
const payKey = (at) => page.getByRole('region', { name: 'Pay' }).locator('button').nth(at)
async function tapped(job, promised, targets) {
  for (const target of targets) await target.click()
  assert.equal(targets.length, promised, job)
  console.log(`    ${targets.length} taps: ${job}`)
}
let eventId
let tickets

try {
  await step('the event list opens', async () => {
    await page.getByRole('grid', { name: 'Events' }).waitFor()
  })
  await step('an event is created from a template with a name and a typed date', async () => {
    await page.keyboard.press('n')
    await page.getByLabel('Title').fill('Tuba Night')
    await page.locator('[name=starts_at]').fill('today 23:30')
    await page.getByText('Concert', { exact: true }).click()
    await page.locator('[name=venue]').fill('Lindenhof')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: /Tuba Night/ }).waitFor()
    eventId = /events\/([^?]+)/.exec(page.url())[1]
  })
  await step('a tier is added, and bad input is named and kept', async () => {
    await page.getByRole('tab', { name: /Tiers/ }).click()
    await page.getByRole('button', { name: 'Add a tier' }).click()
    await page.getByRole('button', { name: 'Add tier' }).click()
    await page.getByRole('alert').getByText('There is a problem').waitFor()
    await page.locator('[name=name]').fill('Last minute')
    await page.locator('[name=price]').fill('12,50')
    await page.getByRole('button', { name: 'Add tier' }).click()
    await page.getByRole('gridcell', { name: '12.50' }).waitFor()
  })
  await step('it goes on sale', async () => {
    await page.getByRole('tab', { name: /Overview/ }).click()
    await page.getByRole('button', { name: /Put on sale/ }).click()
    await page.getByRole('heading', { name: /On sale/ }).waitFor()
  })
  await step('nothing is sold before the drawer is open, which is one key', async () => {
    await page.getByRole('link', { name: 'Sell tickets' }).click()
    await page.getByRole('region', { name: 'Pay' }).waitFor()
    await page.getByRole('heading', { name: 'The drawer is closed' }).waitFor()
    await page.waitForTimeout(300)
    await typeKeys(page, ['1', 'c'])
    await page.getByText('Open the drawer first').waitFor()
    await typeKeys(page, ['Escape'])
    await counted('open the drawer with a float', ['.', '2', '0', '0', 'Enter'], null)
    await page.getByRole('button', { name: 'Till 1 open' }).waitFor()
  })
  await step('two tickets and one of another tier are sold for cash in four keys', async () => {
    await counted('2 + 1 tickets, cash with change', ['1', '1', '3', 'w'], 4)
    await page.getByText(/Sold · A-/).waitFor()
    const { rows } = await server.call('order.list', { event: eventId })
    assert.equal(rows.length, 1)
    assert.equal(rows[0].ticket_count, 3)
    tickets = (await server.call('ticket.list', { event: eventId })).rows
    assert.equal(tickets.length, 3)
  })
  await step('a sale is reprinted with two keys, and the drawer’s books say so', async () => {
    await page.getByRole('button', { name: 'Tickets' }).click()
    await page.waitForTimeout(800)
    await counted('reprint the last sale', ['p', 'Enter'], 2)
    await page.waitForFunction(() => !document.querySelector('[data-modal]'))
    const [entry] = await lastEntries(1)
    assert.equal(entry.kind, 'reprint')
    assert.equal(entry.ticket_count, 3)
  })
  await step('one ticket of three is refunded by one scan and three keys', async () => {
    const sold = await server.call('till.sell', {
      ...{ event: eventId, lines: [{ tier: '3', quantity: 3 }], idempotency_key: crypto.randomUUID() },
    })
    const code = sold.tickets[1].code
    const { payload } = await server.call('ticket.show', { ticket: code })
    await scanCode(page, payload)
    await page
      .getByRole('dialog')
      .getByRole('checkbox', { name: new RegExp(code), checked: true })
      .waitFor()
    await counted('refund one of three, after one scan', ['r', '1', 'Enter'], 3)
    await page.waitForFunction(() => !document.querySelector('[data-modal]'))
    const order = await server.call('order.show', { order: sold.order.id })
    assert.equal(order.status, 'partially_refunded')
    const refunded = order.tickets.filter((ticket) => ticket.status === 'refunded')
    assert.deepEqual(
      refunded.map((ticket) => ticket.code),
      [code],
    )
  })
  await step('a sale without paper is taken back with Z twice', async () => {
    await counted('two tickets, exact cash', ['1', '1', 'Enter'], 3)
    await page.getByText(/Sold · A-/).waitFor()
    await typeKeys(page, ['z'])
    await page.getByText(/Press Z again/).waitFor()
    await typeKeys(page, ['z'])
    await page.getByText(/Taken back · A-/).waitFor()
    const [entry] = await lastEntries(1)
    assert.equal(entry.kind, 'refund')
  })
  await step('one sale is paid by cash and card together', async () => {
    await typeKeys(page, ['3', '3', 'x', '1', '0', 'Enter', 'c', 'Enter'])
    await page.getByText(/Sold · A-/).waitFor()
    const entries = await lastEntries(2)
    assert.deepEqual(entries.map((row) => [row.kind, row.method]).sort(), [
      ['sale', 'card'],
      ['sale', 'cash'],
    ])
  })
  await step('tickets kept at the counter are found by three letters and printed', async () => {
    await server.call('till.sell', {
      ...{ event: eventId, lines: [{ tier: '3', quantity: 2 }], buyer_name: 'Smilla Berg' },
      idempotency_key: crypto.randomUUID(),
    })
    await typeKeys(page, ['s'])
    await page.getByRole('dialog').getByRole('searchbox').waitFor()
    for (const letter of 'smi') await page.keyboard.press(letter, { delay: 70 })
    await page.getByRole('option', { name: /Smilla Berg/ }).waitFor()
    await typeKeys(page, ['Enter'])
    await page.getByRole('button', { name: /^Print tickets/ }).waitFor()
    await typeKeys(page, ['Enter'])
    await page.waitForFunction(() => !document.querySelector('[data-modal]'))
  })
  await step('a parked sale outlives the window', async () => {
    await typeKeys(page, ['1', '3', 'h'])
    await page.getByText('The sale is parked').waitFor()
    await page.reload()
    await page.getByRole('button', { name: /^Parked: 1/ }).waitFor()
    await page.waitForTimeout(300)
    await page.keyboard.press('Shift+H')
    await page.getByRole('dialog', { name: 'Parked sales' }).waitFor()
    await page.waitForTimeout(100)
    await typeKeys(page, ['1'])
    await page.getByText('Basket · 2 tickets').waitFor()
    await typeKeys(page, ['Escape'])
  })
  await step('a voucher lowers the price in the basket', async () => {
    await server.call('voucher.create', {
      ...{ event: eventId, code: 'CHOIR', kind: 'percent', value: '50', max_usages: 5 },
    })
    await typeKeys(page, ['5', 'v'])
    await page.getByLabel('Voucher code').pressSequentially('choir', { delay: 70 })
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Leave out voucher CHOIR' }).waitFor()
    await page.getByRole('button', { name: /Exact €6\.25/ }).waitFor()
    await typeKeys(page, ['Enter'])
    await page.getByText(/Sold · A-/).waitFor()
    const { rows } = await server.call('order.list', { event: eventId })
    assert.equal(rows[0].total.minor, 625)
  })
  await step('the basket comes back after Esc and Z', async () => {
    await typeKeys(page, ['1', 'Escape'])
    assert.equal(await page.getByText('Press 1 to 9, or a tile.').isVisible(), true)
    await typeKeys(page, ['z'])
    await page.getByText('Basket · 1 ticket').waitFor()
    await typeKeys(page, ['Escape'])
  })
  await step('Enter stays cash after a click on a button', async () => {
    await typeKeys(page, ['5'])
    await page.getByRole('button', { name: 'One Last minute more' }).click()
    await page.getByRole('button', { name: /^Undo/ }).click()
    await typeKeys(page, ['Enter'])
    await page.waitForFunction(() => document.body.innerText.includes('Press 1 to 9'))
    await page.getByText(/Sold · A-/).waitFor()
    const { rows } = await server.call('order.list', { event: eventId })
    assert.equal(rows[0].ticket_count, 1)
  })
  await step('card is four keys and needs no network', async () => {
    await counted('2 tickets and 1 by card, up to the terminal', ['1', '1', '3', 'c'], 4)
    await page.getByText('Card terminal').waitFor()
    await typeKeys(page, ['Enter'])
    await page.getByText(/Sold · A-/).waitFor()
    await page.waitForFunction(() => document.body.innerText.includes('3 tickets'))
    const [entry] = await lastEntries(1)
    assert.equal(entry.method, 'card')
  })
  await step('the same by touch takes as many taps', async () => {
    const tile = (name) => page.getByRole('region', { name: 'Tiers' }).getByRole('button', { name })
    const [first] = await server.call('tier.list', { event: eventId })
    await tapped('2 + 1 tickets, cash with change', 4, [
      ...[tile(first.name), tile(first.name), tile('Last minute')],
      payKey(1),
    ])
    await page.getByText(/Sold · A-/).waitFor()
    await tapped('two tickets, exact cash', 3, [tile(first.name), tile(first.name), payKey(0)])
    await page.getByText(/Sold · A-/).waitFor()
  })
  await step('the drawer is counted blind, explained and closed into a Z', async () => {
    await page.keyboard.press('Control+Shift+Z')
    await page.getByRole('dialog', { name: /Count the drawer/ }).waitFor()
    assert.equal(await page.getByRole('dialog').getByText('Should be there', { exact: true }).count(), 0)
    await page.waitForTimeout(200)
    await page.keyboard.press('Tab')
    await page.keyboard.press('1')
    await page.keyboard.press('Enter')
    await page.getByText(/are missing|too much/).waitFor()
    // The difference comes as a refusal, which the console writes down.
    assert.match(problems.pop() ?? '', /422/)
    await page.keyboard.type('counted in haste', { delay: 65 })
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Z report 1' }).waitFor()
    const { rows } = await server.call('till.z_list', {})
    assert.equal(rows[0].counted.minor, 20_000)
  })
  await step('past reports are listed, and the drawer opens with the float it was left', async () => {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(200)
    await page.keyboard.press('Shift+Z')
    await page.getByRole('button', { name: /A · Z 1/ }).waitFor()
    await page.keyboard.press('Escape')
    await page.waitForTimeout(200)
    await counted('open the drawer again', ['Enter'], 1)
    await page.getByRole('button', { name: 'Till 1 open' }).waitFor()
    assert.equal((await server.call('till.current', {})).session.float.minor, 20_000)
  })
  await step('an X is a look in between', async () => {
    await page.keyboard.press('Control+Shift+X')
    await page.getByRole('dialog', { name: /X report/ }).waitFor()
    await page.keyboard.press('Escape')
    await page.waitForTimeout(200)
  })
  await step('the door says GO for a scanned ticket', async () => {
    await goTo(page, '/door')
    await page.getByText('Ready – scan, or type a name').waitFor()
    await scanCode(page, tickets[0].payload)
    await untilWord('GO')
    assert.equal(await sheet().getAttribute('data-signal'), 'go')
  })
  await step('the same ticket at once is one gesture', async () => {
    await scanCode(page, tickets[1].payload)
    await page.locator('.verdict-word', { hasText: 'GO' }).waitFor()
    await page.waitForTimeout(300)
    await scanCode(page, tickets[1].payload)
    await untilWord('SAME TICKET')
  })
  await step('the same ticket later was used before', async () => {
    await scanCode(page, tickets[0].payload)
    await untilWord('ALREADY IN')
    assert.equal(await sheet().getAttribute('data-signal'), 'wait')
  })
  await step('the last entry is taken back with one key', async () => {
    await page.keyboard.press('Control+z')
    await page.getByText('The last entry is undone').waitFor()
  })
  await step('a scan while a field has the focus is heard and leaves no letters', async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Look up a name' }).click()
    const field = page.getByLabel('Name, e-mail, phone or order number')
    await field.fill('x')
    await scanCode(page, 'abcd1234efgh')
    await untilWord('UNKNOWN')
    assert.equal(await field.inputValue(), 'x')
    assert.equal(await sheet().getAttribute('data-signal'), 'stop')
  })
  await step('a STOP stays until it is cleared', async () => {
    await page.waitForTimeout(4500)
    assert.equal(await sheet().isVisible(), true)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    assert.equal(await sheet().isVisible(), false)
  })
  await step('a ticket is refunded from its order', async () => {
    await goTo(page, `/plan/events/${eventId}?tab=orders`)
    await page.getByRole('row', { name: new RegExp(tickets[2].order_code) }).click()
    await page.getByRole('button', { name: `What can be done with ticket ${tickets[2].code}` }).click()
    await page.getByRole('menuitem', { name: 'Refund this ticket' }).click()
    await page.getByRole('button', { name: /^Refund .* of A-/ }).click()
    await page
      .getByText(/refunded$/)
      .first()
      .waitFor()
  })
  await step('the refunded ticket is refused at the door', async () => {
    await page.keyboard.press('Escape')
    await goTo(page, '/door')
    await page.getByText('Ready – scan, or type a name').waitFor()
    await scanCode(page, tickets[2].payload)
    await untilWord('REFUNDED')
    await page.keyboard.press('Escape')
  })
  await step('the keys of the screen are shown', async () => {
    await page.keyboard.press('F1')
    await page.getByRole('dialog', { name: 'Keys of this screen' }).waitFor()
    await page.keyboard.press('Escape')
  })
  await step('the palette finds an order and an action', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('settings', { delay: 70 })
    await page.getByRole('menuitem', { name: /Go to Settings/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
  })
  await step('the file is checked', async () => {
    await page.getByRole('button', { name: 'Check the file' }).click()
    await page.getByText('The file is sound.').waitFor()
  })
  await step('German is one choice away', async () => {
    await page.getByRole('button', { name: /Language/ }).click()
    await page.getByRole('option', { name: 'Deutsch' }).click()
    await page.getByRole('heading', { name: 'Einstellungen' }).waitFor()
  })
  assert.deepEqual(problems, [], 'the console stays silent')
  console.log('all steps done')
} catch (error) {
  await page.screenshot({ path: FAILED_PICTURE })
  console.error(error.message)
  process.exitCode = 1
} finally {
  await browser.close()
  server.stop()
}
