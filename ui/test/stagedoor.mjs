// The product itself for a walk through its screens: a fresh workspace behind `stagedoor serve`.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const UI = fileURLToPath(new URL('../dist', import.meta.url))
const PROGRAM = process.env.STAGEDOOR ?? fileURLToPath(new URL('../../target/debug/stagedoor', import.meta.url))

/** Serves the demo venue, or a workspace that does not exist yet; answers with the address, the token and a caller. */
export async function startStagedoor({ isEmpty = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'stagedoor-walk-'))
  const workspace = isEmpty ? join(folder, 'new.stagedoor') : join(folder, 'demo', 'demo.stagedoor')
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder }
  if (!isEmpty) execFileSync(PROGRAM, ['demo', '--out', join(folder, 'demo')], { stdio: 'ignore', env })
  const server = spawn(PROGRAM, ['--json', '--workspace', workspace, 'serve', '--ui', UI], { env })
  const ready = await new Promise((resolve, reject) => {
    createInterface({ input: server.stdout }).once('line', (line) => resolve(JSON.parse(line)))
    server.once('exit', (code) => reject(new Error(`stagedoor serve ended with ${code}`)))
    server.stderr.on('data', (text) => process.stderr.write(text))
  })
  const call = async (command, input) => {
    const response = await fetch(`${ready.url}api/${command}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ready.token}` },
      body: JSON.stringify(input),
    })
    const answer = await response.json()
    if ('error' in answer) throw new Error(`${command}: ${answer.error.code}: ${answer.error.message}`)
    return answer.ok
  }
  const stop = () => {
    server.removeAllListeners('exit')
    server.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...ready, call, stop }
}
