import 'server-only'

/** Who acts: a person, the system itself (set-up, command line) or an API key. */
export type Actor = {
  readonly kind: 'user' | 'system' | 'key'
  readonly id: string
  readonly name: string
  readonly role: Role
}

export type Role = 'viewer' | 'editor' | 'admin'

/** The person at this computer. Accounts come later; until then everyone who can reach the address is this user. */
export async function currentActor(): Promise<Actor> {
  return { kind: 'user', id: 'local', name: 'local', role: 'admin' }
}

export function systemActor(name: string): Actor {
  return { kind: 'system', id: name, name, role: 'admin' }
}
