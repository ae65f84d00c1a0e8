import 'server-only'
import type { Actor, Role } from './session'

export type Permission = 'read' | 'enter' | 'manage'

const granted: Record<Role, readonly Permission[]> = {
  viewer: ['read'],
  editor: ['read', 'enter'],
  admin: ['read', 'enter', 'manage'],
}

/** Whether the actor's role carries the permission. */
export function isAllowed(actor: Actor, permission: Permission): boolean {
  return granted[actor.role].includes(permission)
}
