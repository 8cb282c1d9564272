import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'wxt'
import { preactForReact } from './components/preactForReact.ts'
import { firefoxId, publicKey } from './lib/identity.ts'
import { preloadScreens } from './scripts/lib/preloadScreens.ts'

/**
 * ROLLCALL_LOCAL=1 builds the same code with access to this machine's loopback address, for `npm start` and the
 * browser tests: the stand-in LMS lives there. The build for the stores asks for no site at all up front.
 */
const local = process.env.ROLLCALL_LOCAL === '1'

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifestVersion: 3,
  outDir: process.env.ROLLCALL_OUT ?? '.output',
  vite: () => ({
    plugins: [tailwindcss(), preloadScreens()],
    resolve: { alias: preactForReact },
    // Tables made when a module loads would stay in the script that only recognises pages, though nothing of it asks for them.
    build: {
      rolldownOptions: {
        treeshake: { moduleSideEffects: [{ test: /\/lib\/(?:lms|people)\//, sideEffects: false }] },
        // What the first picture needs is a few files: thirty small ones take a third longer to come.
        output: {
          advancedChunks: {
            groups: [
              { name: 'library', test: /\/node_modules\/(?:preact|@tanstack|zod)\// },
              { name: 'kit', test: /\/components\/(?:kit|group|shell)\/|\/components\/[\w.]+$/ },
            ],
          },
        },
      },
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'identity', 'activeTab', 'scripting', 'alarms', 'contextMenus'],
    optional_permissions: ['notifications'],
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+R' } },
      'copy-link': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commandCopyLink__' },
    },
    host_permissions: local ? ['http://127.0.0.1/*'] : [],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: { default_title: '__MSG_extensionName__' },
    web_accessible_resources: [{ resources: ['panel.html', 'reader.js'], matches: ['https://*/*', 'http://*/*'] }],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: firefoxId, strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : { key: publicKey, minimum_chrome_version: '123' }),
  }),
})
