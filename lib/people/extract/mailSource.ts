/** Headers whose values list people, as far as they run over several lines. */
const folded =
  /^[ \t>]{0,8}(?:from|to|b?cc|reply-to|sender|resent-(?:from|to|cc)|von|an|de|para|à|a|da|van|aan|от|кому|发件人|收件人|抄送|差出人|宛先)[ \t]{0,3}:(?=[^\n]*\S)[^\n]*(?:\n[ \t]+[^\s*•-][^\n]*)+/gimu
/** Headers whose values look like addresses and name mails, not people. */
const ids =
  /^[ \t>]{0,8}(?:[\w-]{0,40}message-id|in-reply-to|references|content-id|dkim-signature|arc-[\w-]{1,40}|x-google-[\w-]{1,40})[ \t]{0,3}:[^\n]*(?:\n[ \t]+[^\n]*)*/gim
/** The end of a line between encoded words, or before the address they name. */
const betweenWords = /(?<=\?=)[ \t]{0,8}\r?\n[ \t]{1,8}(?==\?|<)/g
/** The end of a line between a name in quotes and its address. */
const behindQuote = /"\r?\n[ \t]{1,8}(?=<[^<>\s]{1,300}>)/g
/** `Jane⏎⇥Doe <jane@…>` and nothing else: a header's value, folded. */
const foldedAlone = /^\s{0,8}([^\n<>@:,;]{1,80})\n[ \t]{1,8}([^\s<>@:,;][^\n<>@:,;]{0,80})(?=<[^<>\s]{3,300}>\s{0,8}$)/
const hasIds = /message-id|in-reply-to|references|content-id|dkim-signature|arc-\w/i

/**
 * The source of mails with each list of people on one line where some are `indented`, and, where it `hasFields`, without the ids
 * of mails.
 */
export const readMailSource = (text: string, hasFields: boolean, isIndented: boolean): string => {
  const words = isIndented && text.includes('?=') ? text.replace(betweenWords, ' ') : text
  const isBroken = isIndented && (words.includes('"\n') || words.includes('"\r'))
  const joined = isBroken ? words.replace(behindQuote, '" ') : words
  const plain = hasFields && hasIds.test(joined) ? joined.replace(ids, '') : joined
  if (isIndented && plain.length < 500 && foldedAlone.test(plain)) return plain.replace(foldedAlone, '$1 $2')
  return isIndented ? plain.replace(folded, (header) => header.replace(/(?<!\s)\s*\n[ \t]+/g, ' ')) : plain
}
