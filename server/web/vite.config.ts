import { join } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { preactForReact } from '../../components/preactForReact.ts'

/** The web app: static files that the service hands out from its own origin. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [tailwindcss()],
  resolve: { alias: preactForReact },
  build: { outDir: join(import.meta.dirname, '..', '..', '.output', 'web'), emptyOutDir: true },
})
