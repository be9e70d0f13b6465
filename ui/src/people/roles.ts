import type { EventRole, OrganizationRole } from '../gen/types'

/** Roles that can be given to people; the owner is one person and stays it. */
export const GIVEN_ROLES: readonly OrganizationRole[] = ['admin', 'manager', 'member', 'viewer']

/** Roles at one event, on top of the role in the house. */
export const EVENT_ROLES: readonly EventRole[] = ['manager', 'box_office', 'scanner', 'finance', 'viewer']

/** Message id of a role at one event. */
export const eventRoleId = (role: EventRole): string => `event-role-${role.replaceAll('_', '-')}`
