import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { main } from '@/cli/main'

export type CommandResult = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** A folder with files by name, removed after the test. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'pentad-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), content)
  }
  return folder
}

/** Runs the command as a person does, in a process of its own. */
export function spawnPentad(
  args: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  return spawned(process.execPath, [path.resolve('cli/pentad.mjs'), ...args], folder, env)
}

/** Runs any command. English unless another language is asked for. */
export function spawned(
  command: string,
  args: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const child = spawn(command, [...args], { cwd: folder, env: { ...process.env, LC_ALL: 'C', ...env } })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** Runs the command in this process, which is faster: the same work, its words caught. */
export async function runPentad(args: readonly string[], folder: string): Promise<CommandResult> {
  const words = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      words[name] += String(text)
      return true
    }),
  )
  try {
    return { code: await main(args, folder), ...words }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
