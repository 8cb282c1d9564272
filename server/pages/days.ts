/** Written as in the mails, in UTC, because a stranger's time zone is not known without a script. */
const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
export const day = (date: Date): string => days.format(date)
