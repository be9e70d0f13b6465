import { failureWords } from '../design/text/failure'
import type { Speech } from '../design/text/useText'
import type { Shortage } from './basket'
import type { Notice, Till } from './useTill'

/** What a notice says. */
export function noticeText(speech: Speech, notice: Notice, till: Till, currency: string): string {
  const { t, money } = speech
  switch (notice.do) {
    case 'shortage':
      return shortageText(t, notice.tier.name, notice.shortage)
    case 'too-little':
      return t('too-little', { missing: money({ minor: notice.missing_minor, currency }) })
    case 'confirm-large':
      return t('confirm-large', { total: money({ minor: till.price.total_minor, currency }) })
    case 'confirm-take-back':
      return t('confirm-take-back', {
        code: till.last?.order?.order.code ?? '',
        amount: money({ minor: till.last?.total_minor ?? 0, currency }),
      })
    case 'refused': {
      const { message, fix } = failureWords(speech, notice.failure)
      return `${message.replace(/\.?$/, '.')} ${fix}`
    }
    case 'drawer-closed':
    case 'drawer-counting':
      return t(`notice-${notice.do}`)
    case 'card-part-gone':
    case 'nothing-sold':
    case 'nothing-to-pay':
    case 'paper-is-out':
    case 'parked-now':
    case 'unknown-code':
      return t(notice.do)
  }
}

function shortageText(t: Speech['t'], tier: string, shortage: Shortage): string {
  switch (shortage.why) {
    case 'not-on-sale':
      return t(`shortage-${shortage.state.replaceAll('_', '-')}`, { tier })
    case 'only-left':
      return t('shortage-only-left', { tier, left: shortage.left })
    case 'order-max':
      return t('shortage-order-max', { tier, most: shortage.most })
    case 'line-max':
      return t('shortage-line-max', { most: shortage.most })
  }
}
