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
  await step('two tickets and one of another tier are sold for cash in four keys', async () => {
    await page.getByRole('link', { name: 'Sell tickets' }).click()
    await page.getByRole('region', { name: 'Pay' }).waitFor()
    await page.waitForTimeout(300)
    await typeKeys(page, ['1', '1', '3', 'w'])
    await page.getByText(/Sold · A-/).waitFor()
    const { rows } = await server.call('order.list', { event: eventId })
    assert.equal(rows.length, 1)
    assert.equal(rows[0].ticket_count, 3)
    tickets = (await server.call('ticket.list', { event: eventId })).rows
    assert.equal(tickets.length, 3)
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
    const { rows } = await server.call('order.list', { event: eventId })
    assert.equal(rows[0].ticket_count, 1)
  })
  await step('card is two keys and needs no network', async () => {
    await typeKeys(page, ['3', 'c', 'Enter'])
    await page.getByText(/Sold · A-/).waitFor()
    await page.waitForFunction(() => document.body.innerText.includes('1 ticket'))
    assert.equal((await server.call('order.list', { event: eventId })).total, 3)
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
