import { type Look, press, sees } from '../look.ts'

/** The paste box on a page of its own. */
const ownPage = { query: { in: 'page' }, viewport: { width: 1000, height: 760 } }

/** What is read: of the page, and what was pasted. */
export const reading: readonly Look[] = [
  { scene: 'site-withdrawn', steps: sees('Allow again') },
  { scene: 'partial-rows', steps: sees('48 of 297 people') },
  { scene: 'partial-filtered', steps: sees(/search or filter/) },
  { scene: 'partial-sections', steps: sees(/own sections/) },
  { scene: 'partial-counts', steps: sees(/counts more people/) },
  { scene: 'as-somebody-else', steps: sees(/somebody else/) },
  { scene: 'course-empty', steps: sees('Nobody is in this course yet') },
  { scene: 'course' },
  { scene: 'reading', steps: sees('120 of 297') },
  { scene: 'reading-unknown', steps: sees('120 people so far') },
  ...['signedOut', 'forbidden', 'throttled', 'unreachable', 'broken', 'notThere', 'unreadable', 'stopped'].map(
    (kind) => ({
      scene: `read-${kind}`,
      steps: sees('Paste people instead'),
    }),
  ),
  { scene: 'paste', steps: sees('Any text with addresses in it') },
  {
    scene: 'paste',
    name: 'paste-filled',
    steps: async (page) => {
      await page.getByLabel('Paste people').fill('Ana Díaz <ana@example.edu>, ben@example.edu\ncarol at example edu')
      await sees('Invite 2 people')(page)
    },
  },
  {
    scene: 'paste-page',
    name: 'paste-files',
    ...ownPage,
    steps: async (page) => {
      await page.getByLabel('Paste people').fill('Ana Díaz <ana@example.edu>')
      await page
        .getByLabel('Choose a file')
        .last()
        .setInputFiles([
          {
            name: 'class-list.csv',
            mimeType: 'text/csv',
            buffer: Buffer.from('name,mail\nBen,ben@example.edu\nAna,ana@example.edu\n'),
          },
          {
            name: 'minutes of the meeting in which nobody was named.txt',
            mimeType: 'text/plain',
            buffer: Buffer.from('Nobody.'),
          },
        ])
      await sees('Invite 2 people')(page)
    },
  },
  {
    scene: 'paste-page',
    name: 'paste-file-taken-out',
    ...ownPage,
    steps: async (page) => {
      await page
        .getByLabel('Choose a file')
        .last()
        .setInputFiles({ name: 'class-list.csv', mimeType: 'text/csv', buffer: Buffer.from('ben@example.edu') })
      await press('Take out class-list.csv')(page)
      await sees('class-list.csv is taken out.')(page)
    },
  },
  { scene: 'paste-page', ...ownPage, steps: sees('Any text with addresses in it') },
]
