import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const repository = fileURLToPath(new URL('..', import.meta.url))

// Relative asset paths: the same build is served by the desktop shell's own protocol and by `stagedoor serve`.
export default defineConfig({
  base: './',
  plugins: [react(), tailwindcss()],
  server: { port: 5199, strictPort: true, fs: { allow: [repository] } },
  build: { target: 'es2022', chunkSizeWarningLimit: 900 },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
})
