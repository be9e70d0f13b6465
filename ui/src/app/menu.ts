import { runShortcut } from '../design/keys/useShortcuts'
import { SHORTCUT_IDS } from '../design/keys/shortcuts'
import { host } from '../host'
import { router } from './router'

/** Does what the window's own menu says, by the same table as the keys. */
export function listenToMenu(): void {
  host.onMenu((word) => {
    const shortcut = SHORTCUT_IDS.find((id) => id === word)
    // The key means something on the planner only; the menu stands over every face.
    if (shortcut === 'new-event') void router.navigate({ to: '/plan/new' })
    else if (shortcut) runShortcut(shortcut)
  })
}
