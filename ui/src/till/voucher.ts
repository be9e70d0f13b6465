import { run } from '../host/query'
import type { Basket } from './basket'
import { saleLines } from './saleLines'
import type { Voucher } from './state'

/** A voucher that holds money: it pays instead of lowering the price. */
export type Balance = { code: string; balance_minor: number }

/** What a code does to this basket. Throws the refusal when it is not taken. */
export async function readVoucher(eventId: string, basket: Basket, code: string): Promise<Voucher | Balance> {
  const { voucher } = await run('voucher.check', {
    ...{ voucher: code.trim(), event: eventId, lines: saleLines(basket, null) },
  })
  if (voucher.balance) return { code: voucher.code, balance_minor: voucher.balance.minor }
  const unused = voucher.max_usages - voucher.usages - voucher.in_baskets
  const left = Math.min(unused, voucher.max_usages_per_customer ?? unused)
  const tiers = voucher.quota_id ? await tiersOfQuota(eventId, voucher.quota_id) : voucher.tiers
  return { code: voucher.code, left, tiers: tiers.length > 0 ? tiers : null }
}

async function tiersOfQuota(event: string, quota: string): Promise<string[]> {
  const quotas = await run('quota.list', { event })
  return quotas.find((row) => row.id === quota)?.tiers ?? []
}
