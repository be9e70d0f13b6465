import { EVENT_STATES, ORDER_STATES, stateId, TICKET_STATES, TIER_STATES } from '../states'
import { useText } from '../text/useText'
import type { EventStatus, OrderStatus, TicketStatus, TierState } from '../../gen/types'
import { Badge, type State } from './Badge'

type Props =
  | { kind: 'event'; state: EventStatus }
  | { kind: 'order'; state: OrderStatus }
  | { kind: 'ticket'; state: TicketStatus }
  | { kind: 'tier'; state: TierState }

function shapeOf(props: Props): State {
  switch (props.kind) {
    case 'event':
      return EVENT_STATES[props.state]
    case 'order':
      return ORDER_STATES[props.state]
    case 'ticket':
      return TICKET_STATES[props.state]
    case 'tier':
      return TIER_STATES[props.state]
  }
}

/** The state of a business record, in its word and shape. */
export function StateBadge(props: Props) {
  const { t } = useText()
  return <Badge state={shapeOf(props)}>{t(stateId(props.kind, props.state))}</Badge>
}
