import { defineConfig } from 'vite'

export default defineConfig({
  // Relative, so that the built files work under any path and from a file server.
  base: './',
  build: {
    target: ['chrome123', 'firefox128', 'safari17.5'],
    // The server's content policy allows no data: fonts or images.
    assetsInlineLimit: 0,
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': process.env['MITHAQ_SERVER'] ?? 'http://127.0.0.1:4848' } },
})
