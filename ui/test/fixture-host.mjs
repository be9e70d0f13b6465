// A stand-in for `stagedoor serve` while looking at screens: the contract's answers from memory, never shipped.
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { randomUUID } from 'node:crypto'

const DIST = fileURLToPath(new URL('../dist', import.meta.url))
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
const EUR = (minor) => ({ minor, currency: 'EUR' })
const at = (days, hour, minute = 0) => {
  const date = new Date()
  date.setUTCDate(date.getUTCDate() + days)
  date.setUTCHours(hour, minute, 0, 0)
  return date.toISOString()
}

export function fixture({ isEmpty = false } = {}) {
  const organization = {
    id: 'o1',
    name: 'Lindenhof Kulturhaus',
    handle: 'lindenhof',
    country_code: 'DE',
    currency: 'EUR',
    time_zone: 'Europe/Berlin',
    is_demo: true,
  }
  const venue = {
    id: 'v1',
    name: 'Lindenhof, Großer Saal',
    address: null,
    city: 'Leipzig',
    country_code: 'DE',
    capacity: 900,
  }
  const event = (id, title, day, status, sold, capacity, revenue) => ({
    id,
    title,
    slug: id,
    status,
    currency: 'EUR',
    time_zone: 'Europe/Berlin',
    doors_at: at(day, 18),
    starts_at: at(day, 19),
    ends_at: at(day, 22),
    venue_name: venue.name,
    capacity,
    sold,
    revenue: EUR(revenue),
    description: null,
    category_code: null,
    visibility: 'public',
    venue,
    terms: null,
    prices_include_tax: true,
    is_training: false,
    version: 1,
  })
  const events = isEmpty
    ? []
    : [
        event('e1', 'Jazz im Hof: Nora Lind Quartett', 0, 'published', 646, 900, 1842500),
        event('e2', 'Winterlesung mit Jürgen Ø. Åkesson', 5, 'published', 118, 240, 177000),
        event(
          'e3',
          'Kinderkonzert „Der kleine Drache“ – Zusatzvorstellung am Sonntagnachmittag',
          9,
          'draft',
          0,
          400,
          0,
        ),
        event('e4', 'Nachtflohmarkt', 14, 'postponed', 52, null, 15600),
        event('e5', 'Sommerfest', -140, 'completed', 1203, 1300, 2406000),
        event('e6', 'Tangoabend', -20, 'cancelled', 37, 200, 0),
      ]
  const tier = (n, name, badge, price, quantity, issued, state = 'on_sale', max = null) => ({
    id: `t${n}`,
    tier_number: n,
    name,
    badge_label: badge,
    description: null,
    price: EUR(price),
    gross_price: EUR(price),
    tax_rate: '7',
    quantity,
    issued,
    held: 0,
    available: quantity === null ? null : quantity - issued,
    order_quantity_max: max,
    sales_start_at: null,
    sales_end_at: null,
    state,
    is_admission: true,
    position: n,
    version: 1,
  })
  const tiers = [
    tier(1, 'Stehplatz', null, 2500, 900, 312),
    tier(2, 'Sitzplatz Parkett', 'PARKETT', 3500, 200, 193),
    tier(3, 'VIP mit Empfang', 'VIP', 6500, 40, 40, 'sold_out'),
    tier(4, 'Ermäßigt (Schüler, Studierende, Azubis)', null, 1500, 60, 20),
    tier(5, 'Rollstuhlplatz mit Begleitung', 'ROLLI', 2500, 8, 3, 'on_sale', 2),
    tier(6, 'Parken', null, 500, null, 71),
  ]
  const orders = []
  const scans = []
  const names = [
    'Mia Schubert',
    'Jürgen Ångström',
    'مريم الحسن',
    'Oluwaseun Adébáyọ̀',
    null,
    'Zoë van der Berg-Hollenstein',
    'अनन्या शर्मा',
    'Tom Keller',
  ]
  let serial = 0
  function makeOrder(lines, payment, buyer, email, ordered = new Date().toISOString()) {
    const number = orders.length + 1
    const id = `ord${number}`
    const code = `A-${String(number).padStart(6, '0')}`
    const items = lines.map(({ tier: tierId, quantity }) => {
      const found = tiers.find((t) => t.id === tierId)
      found.issued += quantity
      if (found.available !== null) found.available -= quantity
      if (found.available === 0) found.state = 'sold_out'
      return {
        tier_id: tierId,
        tier_name: found.name,
        quantity,
        unit_price: found.price,
        gross: EUR(found.price.minor * quantity),
        tax_rate: '7',
        tax: EUR(0),
        found,
      }
    })
    const total = payment.method === 'comp' ? 0 : items.reduce((sum, item) => sum + item.gross.minor, 0)
    const tickets = items.flatMap((item) =>
      Array.from({ length: item.quantity }, () => {
        serial += 1
        return {
          id: `tk${serial}`,
          code: `K${String(serial).padStart(6, '0')}H`,
          serial,
          status: 'issued',
          tier_id: item.tier_id,
          tier_name: item.tier_name,
          badge_label: item.found.badge_label,
          order_id: id,
          order_code: code,
          order_status: 'paid',
          event_id: 'e1',
          holder_name: buyer,
          holder_email: email,
          gross: item.unit_price,
          tax: EUR(0),
          is_blocked: false,
          valid_from: null,
          valid_until: null,
          payload: 'S1',
        }
      }),
    )
    const tendered = payment.tendered_minor ?? total
    const order = {
      id,
      code,
      event_id: 'e1',
      status: 'paid',
      total: EUR(total),
      refunded: EUR(0),
      buyer_name: buyer,
      buyer_email: email,
      ordered_at: ordered,
      ticket_count: tickets.length,
      items: items.map((item) => ({ ...item, found: undefined })),
      fees: [],
      payments: [
        {
          method: payment.method,
          status: 'confirmed',
          amount: EUR(total),
          tendered: EUR(tendered),
          change: EUR(tendered - total),
          reference: payment.reference ?? null,
          confirmed_at: ordered,
        },
      ],
      refunds: [],
      tickets,
      receipts: [{ number: `R-${number}`, kind: 'sale', total: EUR(total) }],
    }
    orders.unshift(order)
    return { order, change: EUR(tendered - total), receipt_number: `R-${number}`, tickets }
  }
  if (!isEmpty)
    for (let n = 0; n < 130; n += 1) {
      const name = names[n % names.length]
      makeOrder(
        [{ tier: 't1', quantity: 1 + (n % 4) }],
        { method: n % 3 ? 'cash' : 'card', reference: n % 3 ? undefined : '4242' },
        name,
        name && n % 2 ? `guest${n}@example.org` : null,
        new Date(Date.now() - n * 600_000).toISOString(),
      )
    }
  const refuse = (code, message, fix, field) => ({ error: { kind: 'refusal', code, message, fix, field } })
  const page = (rows, input) => {
    const first = input.page?.first ?? 100
    const start = input.page?.after ? Number(input.page.after) : 0
    const shown = rows.slice(start, start + first)
    return { rows: shown, total: rows.length, next: start + first < rows.length ? String(start + first) : undefined }
  }
  const has = (text, search) => !search || (text ?? '').toLowerCase().includes(search.toLowerCase())
  let workspace = isEmpty
    ? null
    : {
        path: '/home/mia/Stagedoor/lindenhof.stagedoor',
        name: 'lindenhof',
        is_demo: true,
        is_read_only: false,
        organization,
      }
  const allTickets = () => orders.flatMap((order) => order.tickets)
  const inside = new Map()
  const verdictOf = (input) => {
    const special = /^v-([a-z_]+)$/.exec(input.code)?.[1]
    const found = allTickets().find((t) => t.code === input.code) ?? (special ? allTickets()[3] : null)
    let verdict =
      special ??
      (!found
        ? 'unknown'
        : inside.has(found.code) && input.direction !== 'exit'
          ? 'already_used'
          : found.status === 'issued'
            ? 'admit'
            : found.status)
    if (input.force) verdict = 'admit'
    const isAdmitted = verdict === 'admit'
    const order = found && orders.find((o) => o.id === found.order_id)
    const first_use =
      verdict === 'already_used'
        ? {
            at: inside.get(found?.code) ?? new Date(Date.now() - 2_220_000).toISOString(),
            gate: 'Tor A',
            device: null,
            operator: 'Mia',
          }
        : null
    const now = new Date().toISOString()
    if (isAdmitted && !input.simulate && found) inside.set(found.code, now)
    const outcome = {
      scan_id: input.simulate ? null : randomUUID(),
      verdict,
      is_admitted: isAdmitted,
      is_forced: Boolean(input.force),
      direction: input.direction ?? 'entry',
      reason_text: null,
      ticket:
        found && verdict !== 'unknown' && verdict !== 'bad_signature'
          ? {
              ...found,
              event_title: 'Jazz im Hof: Nora Lind Quartett',
              event_starts_at: at(0, 19),
              order_size: order.tickets.length,
              order_inside: order.tickets.filter((t) => inside.has(t.code)).length,
            }
          : null,
      first_use,
      attempts: verdict === 'already_used' ? 3 : 1,
      needs_attention: input.code === 'v-admit',
      door_note: input.code === 'v-admit' ? 'Rollstuhl: Rampe links' : null,
      questions: [],
      valid_from: verdict === 'not_yet_valid' ? new Date(Date.now() + 2_280_000).toISOString() : null,
      valid_until: verdict === 'expired' ? new Date(Date.now() - 7_280_000).toISOString() : null,
      scanned_at: now,
    }
    if (!input.simulate)
      scans.unshift({
        scan_id: outcome.scan_id,
        verdict,
        direction: outcome.direction,
        is_admitted: isAdmitted,
        is_forced: outcome.is_forced,
        is_annulled: false,
        code: input.code,
        tier_name: outcome.ticket?.tier_name ?? null,
        holder_name: outcome.ticket?.holder_name ?? null,
        gate: null,
        scanned_at: now,
      })
    return outcome
  }
  const lists = [
    {
      id: 'l1',
      name: 'Haupteingang',
      event_id: 'e1',
      all_tiers: true,
      tier_ids: [],
      allows_multiple_entries: false,
      allows_reentry_after_exit: true,
    },
    {
      id: 'l2',
      name: 'VIP-Empfang',
      event_id: 'e1',
      all_tiers: false,
      tier_ids: ['t3'],
      allows_multiple_entries: false,
      allows_reentry_after_exit: false,
    },
  ]
  const gates = [
    { id: 'g1', name: 'Tor A', code: 'A', event_id: 'e1' },
    { id: 'g2', name: 'Hof', code: 'HOF', event_id: 'e1' },
  ]
  const templates = [
    {
      key: 'concert',
      name: 'Concert',
      category_code: null,
      duration_minutes: 180,
      doors_before_minutes: 60,
      tiers: [
        { name: 'Standing', badge_label: null, price_minor: 2500, share: 70 },
        { name: 'Seated', badge_label: null, price_minor: 3500, share: 25 },
        { name: 'VIP', badge_label: 'VIP', price_minor: 6500, share: 5 },
      ],
      lists: [{ name: 'Main entrance' }],
    },
    {
      key: 'reading',
      name: 'Reading',
      category_code: null,
      duration_minutes: 120,
      doors_before_minutes: 30,
      tiers: [
        { name: 'Regular', badge_label: null, price_minor: 1500, share: 80 },
        { name: 'Reduced', badge_label: null, price_minor: 900, share: 20 },
      ],
      lists: [{ name: 'Foyer' }],
    },
    {
      key: 'blank',
      name: 'Blank',
      category_code: null,
      duration_minutes: 120,
      doors_before_minutes: 30,
      tiers: [],
      lists: [],
    },
  ]
  const find = (id) => events.find((e) => e.id === id) ?? events[0]
  const answers = {
    'app.info': () => ({ version: '0.1.0', workspace, keychain: 'file' }),
    'session.current': () => ({
      user: { id: 'u1', name: 'Mia', email: null },
      role: 'owner',
      permissions: ['override_verdict', 'refund', 'comp'],
      organization,
    }),
    'reference.lists': () => ({
      countries: [
        { code: 'DE', name: 'Germany' },
        { code: 'AT', name: 'Austria' },
      ],
      currencies: [
        { code: 'EUR', name: 'Euro', exponent: 2 },
        { code: 'JPY', name: 'Yen', exponent: 0 },
      ],
      time_zones: ['Europe/Berlin', 'Etc/UTC', 'Asia/Kolkata'],
      categories: [],
      languages: [],
    }),
    'workspace.open_demo': () => (
      (workspace = { path: '/tmp/demo.stagedoor', name: 'demo', is_demo: true, is_read_only: false, organization }),
      organization
    ),
    'workspace.create': (input) => (
      (workspace = {
        path: '/tmp/own.stagedoor',
        name: input.organization_name,
        is_demo: false,
        is_read_only: false,
        organization: { ...organization, name: input.organization_name },
      }),
      organization
    ),
    'event.templates': () => templates,
    'event.list': (input) =>
      page(
        events.filter((e) => has(e.title, input.search)),
        input,
      ),
    'event.show': (input) => find(input.event),
    'event.create': (input) => {
      const made = {
        ...event(`e${events.length + 1}`, input.title, 0, 'draft', 0, input.capacity ?? null, 0),
        starts_at: new Date(`${input.starts_at}Z`).toISOString(),
      }
      events.unshift(made)
      return made
    },
    'event.publish': (input) => ((find(input.event).status = 'published'), find(input.event)),
    'event.cancel': (input) => ((find(input.event).status = 'cancelled'), find(input.event)),
    'event.readiness': (input) =>
      find(input.event).status === 'draft'
        ? {
            is_ready: false,
            items: [
              { code: 'venue', is_done: true, is_required: true, message: 'It has a title and a date', fix: '' },
              {
                code: 'tiers',
                is_done: false,
                is_required: true,
                message: 'At least one tier is for sale',
                fix: 'Add a tier with a price.',
              },
              {
                code: 'description',
                is_done: false,
                is_required: false,
                message: 'A check-in list exists',
                fix: 'Add a list so that the door can let guests in.',
              },
            ],
          }
        : {
            is_ready: true,
            items: [
              { code: 'venue', is_done: true, is_required: true, message: 'It has a title and a date', fix: '' },
              { code: 'tiers', is_done: true, is_required: true, message: 'At least one tier is for sale', fix: '' },
              { code: 'description', is_done: true, is_required: false, message: 'A check-in list exists', fix: '' },
            ],
          },
    'event.health': () => ({ is_healthy: true, findings: [] }),
    'tier.list': (input) => (find(input.event).status === 'draft' ? [] : tiers),
    'tier.create': (input) =>
      input.sales_end_at && input.sales_start_at && input.sales_end_at < input.sales_start_at
        ? {
            __refuse: refuse(
              'sales_end_before_start',
              `Tier “${input.name}”: sales end before they start`,
              'Choose a later end, or leave it empty.',
              'sales_end_at',
            ),
          }
        : tiers[
            tiers.push(
              tier(
                tiers.length + 1,
                input.name,
                input.badge_label ?? null,
                input.price_minor,
                input.quantity ?? null,
                0,
              ),
            ) - 1
          ],
    'order.list': (input) =>
      page(
        orders.filter((o) => has(`${o.code} ${o.buyer_name} ${o.buyer_email}`, input.search)),
        input,
      ),
    'order.show': (input) =>
      orders.find((o) => o.id === input.order || o.code === input.order) ?? {
        __refuse: refuse('unknown_order', 'No such order', 'Check the number'),
      },
    'ticket.show': (input) =>
      allTickets().find((t) => t.code === input.ticket) ?? {
        __refuse: refuse('unknown_ticket', 'No such ticket', 'Check the code'),
      },
    'order.complete': (input) =>
      input.buyer_name === 'fail'
        ? { __refuse: refuse('sold_out', 'Only 2 of “Stehplatz” are left', 'Sell 2 or fewer.') }
        : makeOrder(input.lines, input.payment, input.buyer_name ?? null, input.buyer_email ?? null),
    'order.refund': (input) => {
      const order = orders.find((o) => o.id === input.order)
      let sum = 0
      for (const t of order.tickets)
        if (input.tickets.includes(t.code)) {
          t.status = 'refunded'
          sum += t.gross.minor
        }
      order.refunded = EUR(order.refunded.minor + sum)
      order.status = order.tickets.some((t) => t.status === 'issued') ? 'partially_refunded' : 'refunded'
      return {
        order,
        refund: { amount: EUR(input.amount_minor ?? sum), method: 'cash', receipt_number: 'R-1' },
        tickets: [],
      }
    },
    'ticket.void': (input) => {
      const t = allTickets().find((x) => x.id === input.ticket)
      t.status = 'void'
      return t
    },
    'print.tickets': () => ({
      file_name: 'tickets.pdf',
      media_type: 'application/pdf',
      base64: Buffer.from('%PDF-1.4').toString('base64'),
      pages: 1,
    }),
    'print.receipt': () => ({
      file_name: 'receipt.pdf',
      media_type: 'application/pdf',
      base64: Buffer.from('%PDF-1.4').toString('base64'),
      pages: 1,
    }),
    'checkin_list.list': () => lists,
    'gate.list': () => gates,
    'checkin_list.create': (input) =>
      lists[lists.push({ ...lists[0], id: `l${lists.length + 1}`, name: input.name }) - 1],
    'gate.create': (input) =>
      gates[gates.push({ id: `g${gates.length + 1}`, name: input.name, code: 'X', event_id: 'e1' }) - 1],
    scan: verdictOf,
    'scan.annul': (input) => {
      const s = scans.find((x) => x.scan_id === input.scan_id)
      if (s) {
        s.is_annulled = true
        inside.delete(s.code)
      }
      return { scan_id: input.scan_id }
    },
    'door.counters': () => ({
      admitted: 412 + inside.size,
      inside: 408 + inside.size,
      expected: 900,
      entries_last_minute: 23,
      per_tier: [
        { tier_name: 'Stehplatz', admitted: 300 + inside.size, expected: 600 },
        { tier_name: 'Sitzplatz Parkett', admitted: 92, expected: 200 },
        { tier_name: 'VIP mit Empfang', admitted: 20, expected: 40 },
      ],
      capacity: 900,
    }),
    'door.recent': (input) => scans.slice(0, input.first ?? 8),
    'door.search': (input) =>
      allTickets()
        .filter((t) => has(`${t.holder_name} ${t.order_code} ${t.code}`, input.text))
        .slice(0, 20)
        .map((t) => ({ ...t, is_inside: inside.has(t.code), entries: inside.has(t.code) ? 1 : 0 })),
    verify: () => ({
      is_sound: true,
      checks: [
        { name: 'Ledger', is_sound: true, detail: '1,204 entries balance' },
        { name: 'Audit chain', is_sound: true, detail: '8,120 links' },
      ],
    }),
    backup: (input) => ({ path: input.to, bytes: 1 }),
  }
  return (command, input) => {
    const answer = answers[command]
    if (!answer) return refuse('unknown_command', `There is no command ${command}`, 'Update Stagedoor.')
    const value = answer(input)
    return value?.__refuse ?? { ok: value }
  }
}

export function serve(answer, { delay_ms = 0 } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    if (pathname.startsWith('/api/')) {
      let body = ''
      for await (const part of request) body += part
      await new Promise((done) => setTimeout(done, delay_ms))
      response.setHeader('content-type', 'application/json')
      return response.end(JSON.stringify(answer(pathname.slice(5), JSON.parse(body || '{}'))))
    }
    const path = normalize(join(DIST, pathname === '/' ? 'index.html' : pathname))
    try {
      const bytes = await readFile(path)
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream')
      response.setHeader(
        'content-security-policy',
        "default-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:",
      )
      response.end(bytes)
    } catch {
      response.statusCode = 404
      response.end('not found')
    }
  })
  return new Promise((ready) =>
    server.listen(0, '127.0.0.1', () =>
      ready({ url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }),
    ),
  )
}
