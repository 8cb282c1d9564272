/** Lines of a calendar are cut after 75 octets, wherever that is, and go on behind a space (RFC 5545 §3.1). */
const cut = /\r?\n[ \t]/g

/** Does the text hold a calendar, or some lines of one with people in them? */
export const isCalendar = (text: string): boolean => text.includes('VCALENDAR') || text.includes('ATTENDEE;')

export const unfoldCalendar = (text: string): string => text.replace(cut, '')
