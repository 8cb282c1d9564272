export const sso = {
  'sso.title': 'Bei Ihrer Schule anmelden',
  'sso.heading': '{workspace} meldet Sie an',
  'sso.where':
    'Adressen bei {domain} melden sich auf einer eigenen Seite an, bei {host}. Danach kommen Sie hierher zurück.',
  'sso.goOn': 'Weiter',
  'sso.code': 'Stattdessen einen Code senden',
  'sso.other': 'Andere Adresse verwenden',
  'sso.again': 'Neu beginnen',
  'sso.down': 'Die Anmeldung Ihrer Schule antwortet nicht',
  'sso.downWhy':
    '{host} ist von hier aus gerade nicht zu erreichen. Mit Ihrem Konto ist alles in Ordnung. Versuchen Sie es in einigen Minuten noch einmal; wenn es so bleibt, sagen Sie es denen, die {workspace} betreiben.',
  'sso.tooMany': 'Zu viele Anmeldungen aus diesem Netz',
  'sso.gone': 'Diese Anmeldung ist abgelaufen',
  'sso.goneWhy':
    'Sie hat zu lange gewartet, war schon beendet oder wurde in einem anderen Browser begonnen. Niemand wurde angemeldet.',
  'sso.refused': 'Ihre Schule hat Sie nicht angemeldet',
  'sso.refusedWhy':
    '{host} hat abgelehnt oder etwas geantwortet, das nicht gilt. Beginnen Sie neu; wenn es so bleibt, sagen Sie es denen, die {workspace} betreiben.',
  'sso.unverified': 'Ihre Schule hat keine bestätigte Adresse genannt',
  'sso.unverifiedWhy':
    '{host} kennt Sie, hat aber keine Adresse genannt, die dort bestätigt ist. Niemand wurde angemeldet. Wer {workspace} betreibt, kann das beheben.',
  'sso.otherDomain': 'Das ist eine andere Adresse',
  'sso.otherDomainWhy':
    'Bei {host} sind Sie {email}; dort melden sich nur Adressen bei {domains} an. Melden Sie sich dort ab und verwenden Sie das Konto Ihrer Schule, oder melden Sie sich hier mit einem Code an.',
  'sso.only': 'Ihre Schule meldet auf ihrer eigenen Seite an',
  'sso.onlyWhy':
    'Für ihre Adressen gelten keine Codes mehr. Geben Sie Ihre Adresse noch einmal ein und gehen Sie weiter zu dieser Seite.',
  'sso.accept': 'Sie melden sich als {email} auf der Seite Ihrer Schule an.',
}
