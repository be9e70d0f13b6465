import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
  type ErrorComponentProps,
} from '@tanstack/react-router'

import { preferences } from '../design/preferences'
import { DoorFace } from '../door/DoorFace'
import { EventPage } from '../plan/EventPage'
import { EventsPage } from '../plan/EventsPage'
import { NewEventPage } from '../plan/NewEventPage'
import { SettingsFace } from '../settings/SettingsFace'
import { TillFace } from '../till/TillFace'
import { Crash } from './Crash'
import { Frame } from './Frame'

const root = createRootRoute({
  component: Frame,
  errorComponent: ({ error }: ErrorComponentProps) => (
    <Crash error={error instanceof Error ? error : new Error(String(error))} />
  ),
  notFoundComponent: () => <Crash error={null} />,
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    // The router takes redirects as thrown values.
    throw redirect({ to: `/${preferences().lastFace}` })
  },
})
const events = createRoute({ getParentRoute: () => root, path: '/plan', component: EventsPage })
const newEvent = createRoute({ getParentRoute: () => root, path: '/plan/new', component: NewEventPage })
const event = createRoute({
  getParentRoute: () => root,
  path: '/plan/events/$event',
  validateSearch: (search: Record<string, unknown>): { tab?: string; order?: string } => ({
    tab: typeof search['tab'] === 'string' ? search['tab'] : undefined,
    order: typeof search['order'] === 'string' ? search['order'] : undefined,
  }),
  component: function EventRoute() {
    const { event: id } = event.useParams()
    const { tab, order } = event.useSearch()
    return <EventPage key={id} eventId={id} tab={tab ?? 'overview'} orderId={order ?? null} />
  },
})
const till = createRoute({ getParentRoute: () => root, path: '/till', component: TillFace })
const door = createRoute({ getParentRoute: () => root, path: '/door', component: DoorFace })
const settings = createRoute({ getParentRoute: () => root, path: '/settings', component: SettingsFace })

export const router = createRouter({
  routeTree: root.addChildren([home, events, newEvent, event, till, door, settings]),
  // The shell's own protocol and the loopback server both serve one file: the path lives behind the `#`.
  history: createHashHistory(),
  defaultErrorComponent: ({ error }: ErrorComponentProps) => (
    <Crash error={error instanceof Error ? error : new Error(String(error))} />
  ),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
