// A shared counter in a browser, on the product itself: PINs, badges, the lock, a change of cashier with the basket kept,
// a supervisor over a clerk, the print queue and the guest's window. node test/people.mjs [light|dark]
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accessibilityFaults, goTo, launchBrowser, openWindow, scanCode, typeKeys } from './browser.mjs'
import { startStagedoor } from './stagedoor.mjs'

const FAILED_PICTURE = fileURLToPath(new URL('../../test-results/people-failed.png', import.meta.url))
const OWNER_PIN = '4839'
const KIM_PIN = '6284'
const theme = process.argv[2] ?? 'light'
const problems = []
const paper = mkdtempSync(join(tmpdir(), 'stagedoor-paper-'))
const server = await startStagedoor()
const browser = await launchBrowser()
const page = await openWindow(browser, server, {
  theme,
  problems,
  preferences: { doorTheme: 'same', lastFace: 'till' },
})

async function step(name, work) {
  await work()
  // Colours fade in within 120 ms; axe must not measure them half way.
  await page.waitForTimeout(200)
  assert.deepEqual(await accessibilityFaults(page), [], `axe at “${name}”`)
  console.log(`ok  ${name}`)
}

const lockScreen = () => page.getByRole('dialog', { name: 'Locked' })
const basket = () => page.getByText(/3 tickets/).first()
const atTheControls = (name) => page.getByRole('button', { name: new RegExp(`^${name},`) })
const enterPin = (pin) => typeKeys(page, [...pin, 'Enter'])
const answerOf = async (command, act) => {
  const [response] = await Promise.all([page.waitForResponse((seen) => seen.url().endsWith(`/api/${command}`)), act()])
  return (await response.json()).ok
}
let badge

try {
  await step('the owner is given a PIN, and one that is too easy is named and refused', async () => {
    await page.getByRole('main').first().waitFor()
    await goTo(page, '/settings')
    await page.getByRole('button', { name: /^Change Ida/ }).click()
    await page.getByLabel('Give a PIN').fill('1111')
    await page.getByRole('button', { name: 'Set PIN' }).click()
    await page.getByRole('alert').getByText('This PIN is among the first').waitFor()
    await page.getByLabel('Give a PIN').fill(OWNER_PIN)
    await page.getByRole('button', { name: 'Set PIN' }).click()
    await page.getByLabel('Replace the PIN').waitFor()
    await page.keyboard.press('Escape')
  })
  await step('somebody is added, a missing name is said first', async () => {
    await page.getByRole('button', { name: 'Add somebody' }).click()
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('alert').getByText('Enter a name').waitFor()
    await page.locator('[name=name]').fill('Kim Ito')
    await page.locator('[name=pin]').fill(KIM_PIN)
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('dialog', { name: 'Kim Ito' }).waitFor()
  })
  await step('a badge is made and its code shown once', async () => {
    const made = await answerOf('people.make_badge', () => page.getByRole('button', { name: 'Make a badge' }).click())
    badge = made.code
    assert.match(badge, /^STAFF-/)
    await page.getByRole('img', { name: 'Code of the badge' }).first().waitFor()
    assert.equal((await page.content()).includes(badge), false, 'the code stands nowhere as text')
    await page.keyboard.press('Escape')
  })
  await step('L locks the till and hides it, with the basket behind', async () => {
    if (!(await server.call('till.current', {}).catch(() => null))?.session) await server.call('till.open', {})
    await goTo(page, '/till')
    await page.waitForTimeout(600)
    await typeKeys(page, ['1', '1', '2'])
    await basket().waitFor()
    await typeKeys(page, ['l'])
    await lockScreen().waitFor()
    await assert.rejects(server.call('order.list', {}), /locked/, 'the core is locked too')
  })
  await step('behind the lock no key, no palette and no ticket does anything', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.press('Alt+3')
    await page.keyboard.press('Escape')
    await scanCode(page, 'abcd1234wxyz')
    await page.getByText('That was no staff badge').waitFor()
    assert.equal(await lockScreen().isVisible(), true)
    assert.match(page.url(), /#\/till/)
  })
  await step('a wrong PIN says how many tries are left', async () => {
    await enterPin('9753')
    await page.getByRole('alert').getByText('4 more tries before there is a wait').waitFor()
  })
  await step('somebody else takes the till over and finds the basket', async () => {
    await page.getByRole('button', { name: /Kim Ito/ }).click()
    await enterPin(KIM_PIN)
    await atTheControls('Kim Ito').waitFor()
    await basket().waitFor()
  })
  await step('U changes back to who was there before: four digits and Enter', async () => {
    await typeKeys(page, ['u'])
    await page.getByRole('dialog', { name: 'Who is there?' }).waitFor()
    await page.waitForTimeout(150)
    await enterPin(OWNER_PIN)
    await atTheControls('Ida Brandt').waitFor()
    await basket().waitFor()
  })
  await step('a badge changes the cashier in one scan, from any face', async () => {
    await scanCode(page, badge)
    await atTheControls('Kim Ito').waitFor()
    await basket().waitFor()
    await goTo(page, '/settings')
    assert.equal(await page.getByRole('region', { name: 'People' }).count(), 0, 'staff do not manage people')
  })
  await step('a clerk’s refund asks for a supervisor, who approves over the clerk’s session', async () => {
    const { rows } = await server.call('order.list', { page: { first: 50 } })
    const order = rows.find((row) => row.status === 'paid' && row.total.minor > 0)
    await goTo(page, `/plan/events/${order.event_id}?tab=orders&order=${order.id}`)
    await page.getByRole('button', { name: 'Refund', exact: true }).first().click()
    await page.getByRole('button', { name: /^Refund .* of / }).click()
    const asked = page.getByRole('dialog', { name: 'A supervisor has to approve this' })
    await asked.waitFor()
    await asked.getByRole('button', { name: /Ida Brandt/ }).click()
    await enterPin('9753')
    await asked.getByRole('alert').getByText('That is not the PIN').waitFor()
    await enterPin(OWNER_PIN)
    await page
      .getByText(/of order .* refunded$/)
      .first()
      .waitFor()
    const after = await server.call('order.show', { order: order.id })
    assert.equal(after.status, 'refunded')
  })
  await step('the clerk is still the one at the controls', async () => {
    await page.keyboard.press('Escape')
    await atTheControls('Kim Ito').waitFor()
  })
  await step('a badge opens the lock in one scan', async () => {
    await page.keyboard.press('Alt+l')
    await lockScreen().waitFor()
    await scanCode(page, badge)
    await lockScreen().waitFor({ state: 'detached' })
    await atTheControls('Kim Ito').waitFor()
  })
  await step('a printer is set up and tested', async () => {
    await page.keyboard.press('Alt+u')
    await page.getByRole('dialog', { name: 'Who is there?' }).waitFor()
    await page.getByRole('button', { name: /Ida Brandt/ }).click()
    await enterPin(OWNER_PIN)
    await atTheControls('Ida Brandt').waitFor()
    await goTo(page, '/settings')
    await page.getByRole('button', { name: 'Add a printer' }).click()
    await page.getByText('PDF files in a folder', { exact: true }).click()
    await page.locator('[name=name]').fill('Folder')
    await page.locator('[name=address]').fill(paper)
    await page.getByRole('button', { name: 'Add printer' }).last().click()
    await page.getByRole('button', { name: 'Print a test page on Folder' }).click()
    await page.getByText('The test page is on its way to Folder').waitFor()
    assert.equal(readdirSync(paper).length, 1)
  })
  await step('a long job is printed to its end by the window, whichever face is on screen', async () => {
    const { rows } = await server.call('event.list', {})
    await goTo(page, '/till')
    const { job } = await server.call('print_job.create', { event: rows[0].id, printer: 'Folder' })
    await page.getByText(`All ${job.item_count} sheets are printed`).waitFor()
    assert.equal(readdirSync(paper).length, job.item_count + 1)
  })
  await step('the guest’s window shows the till and takes no input', async () => {
    const [display] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Alt+d')])
    await display.getByRole('main').waitFor()
    await display.waitForTimeout(500)
    assert.equal(await display.locator('button, input, a, select, textarea, [tabindex]').count(), 0)
    assert.deepEqual(await accessibilityFaults(display), [])
    await display.close()
  })
  const unexpected = problems.filter((problem) => !problem.includes('422'))
  assert.deepEqual(unexpected, [], 'the console says nothing but refusals')
  console.log('all steps done')
} catch (error) {
  await page.screenshot({ path: FAILED_PICTURE })
  console.error(error.message)
  process.exitCode = 1
} finally {
  await browser.close()
  server.stop()
  rmSync(paper, { recursive: true, force: true })
}
