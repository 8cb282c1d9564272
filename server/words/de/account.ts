export const account = {
  'alias.instead': 'Stattdessen als {person} annehmen',
  'alias.title': 'Diese Adresse verwenden',
  'alias.heading': 'Als {person} annehmen',
  'alias.what':
    'Diese Einladung gilt für {email}. Sie treten {place} als {person} bei; wer Sie eingeladen hat, sieht beide Adressen.',
  'alias.proof': 'Damit niemand eine fremde Einladung annimmt, senden wir zuerst einen Code an {email}.',
  'alias.send': 'Code an {email} senden',
  'alias.sent': 'Wir haben acht Ziffern an {email} gesendet. Sie gelten zehn Minuten, nur in diesem Browser.',
  'alias.accept': 'Als {person} annehmen',
  'alias.offDomain':
    'Um anzunehmen, melden Sie sich als {email} an: {workspace} lässt andere Adressen hinein als {person}.',
  'alias.back': 'Zurück zur Einladung',
}
