import type { Ask, Refusal } from '../reading/ask.ts'
import { fields, list, word } from '../reading/values.ts'

/**
 * People on one page. Moodle looks up everybody's enrolments one by one, so that longer pages keep the site waiting; and it fills a
 * page up with empty rows.
 */
const PAGE_LENGTH = 250

/** The table's own name: what was chosen under the page's name (letters, order, folded columns) stays with the page. */
const UNIQUE_ID = 'roster-read'

/** A page of the table, or what came instead: a refusal of the request, or Moodle's own code in an answer of 200. */
export type TablePage =
  | { readonly ok: true; readonly html: string }
  | { readonly ok: false; readonly refusal: Refusal }
  | { readonly ok: false; readonly code: string }

const call = 'core_table_get_dynamic_table_content'

/** Everybody of one course, page `number` from 1: the read that the participants page makes itself (3.9 and later). */
export const askTable = async (
  ask: Ask,
  site: string,
  key: string,
  courseId: string,
  number: number,
): Promise<TablePage> => {
  const reply = await ask(`${site}/lib/ajax/service.php?sesskey=${encodeURIComponent(key)}&info=${call}`, {
    post: [
      {
        index: 0,
        methodname: call,
        args: {
          component: 'core_user',
          handler: 'participants',
          uniqueid: UNIQUE_ID,
          sortdata: [{ sortby: 'lastname', sortorder: 4 }],
          jointype: 2,
          // A number: Moodle refuses it as a text.
          filters: [{ name: 'courseid', jointype: 1, values: [Number(courseId)] }],
          firstinitial: '',
          lastinitial: '',
          pagenumber: number,
          pagesize: PAGE_LENGTH,
          hiddencolumns: [],
          resetpreferences: false,
        },
      },
    ],
  })
  const body = reply.ok ? await reply.body : reply
  if (!body.ok) return body
  // What goes wrong before the call itself is told without the list around it.
  const answer = fields(list(body.value)[0] ?? body.value)
  const { html } = fields(answer.data)
  if (!answer.error && typeof html === 'string') return { ok: true, html }
  return { ok: false, code: word(fields(answer.exception).errorcode) || word(answer.errorcode) }
}

/** Rows in one piece of a page: parsing may not keep the page waiting. */
const PIECE = 50

/** Where a row of a person starts; the row ids are our own. Rows that are cut elsewhere are in one piece with the frame. */
const rowStart = new RegExp(`(?=<tr class="[^"]*" id="${UNIQUE_ID}_r\\d+")`)

/** A page's HTML as its frame (the headings are in it) and pieces of its rows, each a table to be parsed by itself. */
export const piecesOf = (html: string): { readonly frame: string; readonly rows: readonly string[] } => {
  const [frame = '', ...all] = html.split(rowStart)
  const people = all.filter((row) => !row.startsWith('<tr class="emptyrow"'))
  const rows: string[] = []
  for (let from = 0; from < people.length; from += PIECE)
    rows.push(`<table id="participants"><tbody>${people.slice(from, from + PIECE).join('')}</tbody></table>`)
  return { frame, rows }
}
