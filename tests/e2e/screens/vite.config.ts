import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { preactForReact } from '../../../components/preactForReact.ts'

/** The screens over fake services, for pictures: never shipped. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  plugins: [tailwindcss()],
  resolve: { alias: preactForReact },
})
