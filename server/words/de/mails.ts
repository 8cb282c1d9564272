export const mails = {
  'role.owner': 'Besitzer',
  'role.facilitator': 'Betreuer',
  'role.editor': 'Bearbeiter',
  'role.member': 'Mitglied',
  'as.owner': 'mit der Rolle Besitzer',
  'as.facilitator': 'mit der Rolle Betreuer',
  'as.editor': 'mit der Rolle Bearbeiter',
  'as.member': 'mit der Rolle Mitglied',
  'group.owner':
    'Mit den Assistenten der Gruppe chatten, sehen, wer in ihr ist, Personen einladen, ihre Einstellungen ändern.',
  'group.facilitator': 'Mit den Assistenten der Gruppe chatten, sehen, wer in ihr ist und wie sie genutzt wird.',
  'group.member': 'Mit den Assistenten der Gruppe chatten.',
  'workspace.owner': 'Besitzer verwalten den Arbeitsbereich, seine Personen und jede Gruppe, die nicht privat ist.',
  'workspace.editor': 'Bearbeiter legen Gruppen an und verwalten ihre eigenen.',
  'workspace.member': 'Mitglieder nutzen die Gruppen, denen sie angehören.',
  'mayDo.owner':
    'Mit der Rolle Besitzer können Sie mit den Assistenten der Gruppe chatten, sehen, wer in ihr ist, Personen einladen und ihre Einstellungen ändern.',
  'mayDo.facilitator':
    'Mit der Rolle Betreuer können Sie mit den Assistenten der Gruppe chatten und sehen, wer in ihr ist und wie sie genutzt wird.',
  'mayDo.member': 'Mit der Rolle Mitglied können Sie mit den Assistenten der Gruppe chatten.',

  'mail.orOpen': 'Oder öffnen Sie diesen Link:',
  'mail.then': '{words}:',
  'mail.invites': '{sender} lädt Sie zu {place} ein',
  'mail.invited': 'Sie sind zu {place} eingeladen',
  'mail.toGroup': '{sender} lädt Sie in die Gruppe {group} von {workspace} ein, {as}.',
  'mail.toWorkspace': '{sender} lädt Sie in den Arbeitsbereich {workspace} ein, {as}.',
  'mail.look': 'Einladung ansehen',
  'mail.until': 'Die Einladung gilt für {email} und kann bis zum {day} angenommen werden.',
  'mail.why':
    'Sie erhalten diese E-Mail, weil {sender} Ihre Adresse eingegeben hat, um Sie einzuladen. Es geschieht nichts, solange Sie nicht annehmen. Wenn Sie nicht möchten, öffnen Sie den Link und wählen Sie „Ablehnen“, oder lassen Sie diese E-Mail einfach liegen.',

  'reminder.subject': 'Erinnerung: Ihre Einladung zu {group}',
  'reminder.title': 'Ihre Einladung zu {group} wartet',
  'reminder.since': '{sender} hat Sie am {day} in die Gruppe {group} von {workspace} eingeladen, {as}.',
  'reminder.until': 'Die Einladung kann bis zum {day} angenommen werden.',
  'reminder.why':
    'Die Einladung gilt für {email}. Es geschieht nichts, solange Sie nicht annehmen. Wenn Sie nicht möchten, öffnen Sie den Link und wählen Sie „Ablehnen“, oder lassen Sie diese E-Mail einfach liegen.',
  'reminder.stop': 'Keine Erinnerungen mehr erhalten',

  'added.title': 'Sie sind jetzt in {group}',
  'added.by': '{sender} hat Sie in die Gruppe {group} von {workspace} aufgenommen, {as}.',
  'added.open': '{group} öffnen',
  'added.why': 'Sie erhalten diese E-Mail, weil {email} ein Konto bei {workspace} hat.',
  'added.leave':
    'Wenn Sie nicht in dieser Gruppe sein möchten, schreiben Sie an {sender}; von dort können Sie wieder herausgenommen werden.',

  'codeMail.subject': 'Ihr Code für die Anmeldung bei Rollcall',
  'codeMail.title': 'Ihr Code für die Anmeldung',
  'codeMail.type': 'Geben Sie diesen Code dort ein, wo Sie ihn angefordert haben:',
  'codeMail.once':
    'Der Code gilt einmal, zehn Minuten lang, in dem Browser, der ihn angefordert hat. Niemand von Rollcall wird Sie je danach fragen.',
  'codeMail.why':
    'Sie erhalten diese E-Mail, weil sich jemand als {email} anmelden wollte. Wenn Sie das nicht waren, lassen Sie diese E-Mail einfach liegen: Ohne den Code kommt niemand hinein.',

  'test.group': 'Biologie 101 (ein Beispiel)',
  'test.note': 'Das ist ein Test, den Sie sich selbst geschickt haben: Er lädt niemanden ein.',

  'outbox.title': 'Postausgang',
  'outbox.noServer': 'E-Mail ist nicht eingerichtet',
  'outbox.waits':
    'Von diesem Dienst geht keine E-Mail ab. Sie wartet hier, so wie sie ankäme, bis SMTP_URL einen Mailserver nennt.',
  'outbox.find': 'Nach Adresse suchen',
  'outbox.findNow': 'Suchen',
  'outbox.older': 'Ältere E-Mails',
  'outbox.noneSuch': 'Für eine solche Adresse wartet keine E-Mail.',
  'outbox.none': 'Es wartet keine E-Mail. Laden Sie jemanden ein, dann erscheint sie hier.',
  'outbox.count': { one: 'Eine E-Mail', other: '{count} E-Mails' },
  'outbox.countSuch': {
    one: 'Eine E-Mail an Adressen mit {search}',
    other: '{count} E-Mails an Adressen mit {search}',
  },
  'outbox.over': 'Nicht mehr nötig',
  'outbox.all': 'Alle E-Mails',
  'outbox.to': 'An {email} · {time}',
  'outbox.frame': 'Die E-Mail, wie {email} sie erhielte',
  'outbox.newTab': 'Die Links darin öffnen sich in einem neuen Tab.',
}
