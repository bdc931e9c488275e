#!/usr/bin/env node
// Runs the TypeScript source as it stands: by Node itself where it can, else through tsx.
if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api')
  register()
}
await import('../src/main.ts')
