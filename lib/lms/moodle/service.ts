import type { Ask, Refusal } from '../reading/ask.ts'
import { fields, list, word } from '../reading/values.ts'

/**
 * People on one page. Moodle looks up everybody's enrolments one by one, so that longer pages keep the site waiting; and it fills a
 * page up with empty rows.
 */
export const PAGE_LENGTH = 250

/** The table's own name: what was chosen under the page's name (letters, order, folded columns) stays with the page. */
const UNIQUE_ID = 'roster-read'

/** A page of the table, or what came instead: a refusal of the request, or Moodle's own code in an answer of 200. */
export type TablePage =
  | { readonly ok: true; readonly html: string }
  | { readonly ok: false; readonly refusal: Refusal }
  | { readonly ok: false; readonly code: string }

const call = 'core_table_get_dynamic_table_content'

/**
 * Everybody of one course, page `number` from 1: the read that the participants page makes itself (3.9 and later). Moodle sorts by the
 * first two columns that the reader sees: by address, which nobody shares, so that no two people change places between pages.
 */
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
          sortdata: [
            { sortby: 'email', sortorder: 4 },
            { sortby: 'lastname', sortorder: 4 },
            { sortby: 'firstname', sortorder: 4 },
          ],
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

/** Where a row starts, a person's or an empty one. Rows that are cut elsewhere stay in one piece with the frame. */
const rowStart = /(?=<tr class="[^"]*" id="[\w-]+_r\d+")/

interface Pieces {
  /** Everything around the rows: the headings are in it. */
  readonly frame: string
  /** Each a table to be parsed by itself. */
  readonly tables: readonly string[]
  /** Rows of people in them. */
  readonly count: number
}

export const piecesOf = (html: string): Pieces => {
  const [frame = '', ...all] = html.split(rowStart)
  const people = all.filter((row) => !row.startsWith('<tr class="emptyrow"'))
  const tables: string[] = []
  for (let from = 0; from < people.length; from += PIECE)
    tables.push(`<table id="participants"><tbody>${people.slice(from, from + PIECE).join('')}</tbody></table>`)
  return { frame, tables, count: people.length }
}
