/**
 * Public mail providers by domain: real, however near they are to another one, and no sign of a school. Not all there are:
 * those that people write most.
 */
const known: ReadonlySet<string> = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com yahoo.com ymail.com rocketmail.com icloud.com me.com mac.com ' +
    'aol.com mail.com email.com gmx.com gmx.net web.de t-online.de freenet.de posteo.de proton.me protonmail.com pm.me ' +
    'zoho.com fastmail.com hey.com tuta.com live.com msn.com mail.ru bk.ru list.ru inbox.ru rambler.ru yandex.com qq.com ' +
    '163.com 126.com sina.com foxmail.com naver.com daum.net hanmail.net comcast.net verizon.net att.net sbcglobal.net ' +
    'bellsouth.net cox.net btinternet.com orange.fr wanadoo.fr free.fr sfr.fr laposte.net libero.it virgilio.it alice.it ' +
    'tiscali.it wp.pl o2.pl onet.pl interia.pl seznam.cz bigpond.com shaw.ca rogers.com sympatico.ca uol.com.br ' +
    'bol.com.br terra.com.br rediffmail.com'
  ).split(' '),
)

/** Their national sisters: yahoo.fr, hotmail.co.uk. The endings one comes to by leaving a letter of `.com` out are none. */
const national = /^(?:yahoo|ymail|hotmail|outlook|live|msn|gmx|aol|yandex)\.(?!c[mo]$|om$)(?:com?\.)?[a-z]{2}$/

export const isPublicMail = (domain: string): boolean => known.has(domain) || national.test(domain)

/** Those that most slips are slips of, most written first. */
export const bigProviders: readonly string[] =
  'gmail.com yahoo.com hotmail.com outlook.com icloud.com googlemail.com protonmail.com live.com aol.com msn.com'.split(
    ' ',
  )
