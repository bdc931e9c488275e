import { expect, it } from 'vitest'
import { hasScreen } from './open-browser.ts'

it.each<[NodeJS.ProcessEnv, NodeJS.Platform, boolean]>([
  [{ DISPLAY: ':0' }, 'linux', true],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
  [{}, 'linux', false],
  [{ DISPLAY: ':0', CI: 'true' }, 'linux', false],
  [{ DISPLAY: ':0', CI: 'false' }, 'linux', true],
  [{ DISPLAY: ':10', SSH_CONNECTION: '1 2 3 4' }, 'linux', false],
  [{}, 'darwin', true],
  [{ SSH_CONNECTION: '1 2 3 4' }, 'darwin', false],
  [{}, 'win32', true],
  [{ CI: '1' }, 'win32', false],
])('%j on %s: %s', (env, platform, screen) => {
  expect(hasScreen(env, platform)).toBe(screen)
})
