/** Where the guest's window begins. It loads a page of its own, without keys, scans or commands. */
const DISPLAY = '#/display'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root to draw in.')
const page = location.hash.startsWith(DISPLAY) ? import('../display/start') : import('./start')
void page.then(({ start }) => start(root))
