import { kindOf } from './headerWords.ts'

const block =
  /<\/?(?:tr|p|div|li|ul|ol|h[1-6]|table|tbody|thead|dt|dl|section|article)\b[^<>]{0,2000}>|<br\b[^<>]{0,200}>/gi
const cell = /<\/?(?:td|th|dd)\b[^<>]{0,2000}>/gi
const link = /<a\b[^<>]{0,500}?href\s*=\s*["']?\s*mailto:([^"'\s<>?]{1,500})[^<>]{0,500}>([^<]{0,300})<\/a>/gi
/** A field of XML: `<name>Jane Doe</name>`. */
const field = /<([a-z][\w-]{0,30})>([^<>]{1,200})<\/\1>/gi
const inline = /<\/?(?:a|b|i|u|em|strong|span|font|small|code|wbr|img|abbr|mark|tt|o:p)(?:\s[^<>]{0,2000})?\/?>/gi

/** Source of a web page as the text it shows, near enough to read names beside addresses; a mailto link keeps its address. */
export const stripMarkup = (text: string): string =>
  // Between blocks a line break is a space like any other.
  (/<(?:tr|td|li|p|div)\b/i.test(text) ? text.replace(/[\r\n\t]/g, ' ') : text)
    .replace(link, (_, address: string, label: string) =>
      label.includes('@') || !label.trim() ? ` ${address} ` : `${label} <${address}>`,
    )
    .replace(field, (whole, tag: string, value: string) => (kindOf(tag) ? `\n${tag}: ${value}\n` : whole))
    .replace(block, '\n')
    .replace(cell, '\t')
    .replace(inline, '')
