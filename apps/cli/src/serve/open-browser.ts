import open from 'open'

/** Open an address in the user's browser where there is a screen to show it on; elsewhere do nothing. */
export async function openBrowser(url: string, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  if (!hasScreen(env, process.platform)) return
  try {
    const browser = await open(url)
    // Without a browser the address on stdout is what there is.
    browser.once('error', () => {})
  } catch {
    // As above.
  }
}

/** False in CI, over SSH, and on a Unix without a display. */
export function hasScreen(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  if (env['CI'] && env['CI'] !== 'false') return false
  if (platform === 'win32') return true
  if (env['SSH_CONNECTION']) return false
  return platform === 'darwin' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}
