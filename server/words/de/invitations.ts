export const invitations = {
  'fact.workspace': 'Arbeitsbereich',
  'fact.role': 'Ihre Rolle',
  'fact.inviter': 'Eingeladen von',
  'fact.for': 'Für',
  'fact.until': 'Offen bis',
  'fact.who': 'Wer hineinkommt',

  'invitation.title': 'Einladung zu {place}',
  'invitation.heading': '{inviter} lädt Sie zu {place} ein',
  'invitation.accept': 'Einladung annehmen',
  'invitation.signIn': 'Anmelden und annehmen',
  'invitation.decline': 'Ablehnen',
  'invitation.asOther': 'Sie sind als {email} angemeldet',
  'invitation.switches': 'Wenn Sie annehmen, werden Sie stattdessen als {email} angemeldet.',
  'invitation.alsoSignsIn': 'Damit werden Sie in diesem Browser auch als {email} angemeldet.',
  'invitation.codeInUse': 'Wir senden zuerst einen Code an {email}, weil diese Adresse hier schon in Gebrauch ist.',
  'invitation.codeFirst': 'Wir senden zuerst einen Code an {email}.',
  'invitation.otherAddress': 'Sie sind als {email} angemeldet, und diese Einladung gilt für eine andere Adresse.',
  'invitation.accepted': 'Schon angenommen',
  'invitation.wasAccepted': 'Diese Einladung wurde schon angenommen',
  'invitation.inside': 'Sie sind in {place}',
  'invitation.acceptedBy': '{email} hat sie angenommen.',
  'invitation.acceptedOn': '{email} hat sie am {day} angenommen.',
  'invitation.once': 'Der Link gilt einmal; von nun an melden Sie sich mit Ihrer Adresse an.',
  'invitation.openGroup': 'Gruppe öffnen',
  'invitation.revoked': 'Diese Einladung wurde zurückgezogen',
  'invitation.declined': 'Diese Einladung wurde abgelehnt',
  'invitation.expired': 'Diese Einladung endete am {day}',
  'invitation.askAgain': 'Sie galt für {place}. Wenn Sie hinein möchten, bitten Sie {inviter} um eine neue.',
  'invitation.waits':
    'Solange sie es ist, kann niemand {group} beitreten, und Ihre Einladung wartet. {inviter} kann Ihnen sagen, ob die Gruppe wiederkommt.',
  'invitation.nothingLeft': 'Es gibt nichts mehr, dem Sie beitreten könnten. {inviter} kann Ihnen mehr sagen.',
  'invitation.youDeclined': 'Sie haben abgelehnt',
  'invitation.noMore': 'Sie sind nicht in {group}, und zu dieser Einladung kommen keine weiteren E-Mails.',
  'invitation.byMistake': 'Wenn Sie das nicht wollten, bitten Sie {inviter} um eine neue Einladung.',
  'person.withAddress': '{name} ({email})',

  'group.archived': 'Diese Gruppe ist archiviert',
  'group.gone': 'Diese Gruppe gibt es nicht mehr',
  'groups.go': 'Zu Ihren Gruppen',

  'join.title': '{place} beitreten',
  'join.listRole': 'Die, die Ihnen die Kursliste gibt',
  'join.anyone': 'Alle, die diesen Link haben',
  'join.restricted': 'Personen, die schon eingeladen wurden',
  'join.roster': 'Personen auf der Kursliste',
  'join.as': 'Sie treten als {email} bei.',
  'join.switch': 'Andere Adresse verwenden',
  'join.signIn': 'Zum Beitreten anmelden',
  'join.code': 'Wir senden einen Code an Ihre Adresse. Ein Passwort gibt es nicht.',
  'join.inside': 'Sie sind schon in {place}',
  'join.signedInAs': 'Sie sind als {email} angemeldet.',
  'join.notInvitedTitle': 'Noch nicht eingeladen',
  'join.notInvited': '{email} wurde nicht eingeladen',
  'join.notInvitedWhy':
    'Dieser Link zu {place} lässt Personen hinein, die schon eingeladen wurden. Wenn Ihre Einladung an eine andere Adresse ging, verwenden Sie diese; sonst fragen Sie die Person, von der Sie den Link haben.',
  'join.notListedTitle': 'Nicht auf der Kursliste',
  'join.notListed': '{email} steht nicht auf der Kursliste',
  'join.notListedWhy':
    'Dieser Link lässt die Personen auf seiner Liste in {group} hinein. Melden Sie sich mit der Adresse an, die Ihre Schule oder Hochschule von Ihnen hat; wenn es diese ist, sagen Sie es der Person, von der Sie den Link haben.',
  'join.offDomainTitle': 'Verwenden Sie Ihre Schuladresse',
  'join.offDomain': '{workspace} lässt andere Adressen hinein',
  'join.offDomainWhy':
    'Sie sind als {email} angemeldet. Um {place} beizutreten, verwenden Sie eine Adresse bei {domains}. Wenn Sie keine haben, bitten Sie die Person, von der Sie den Link haben, Sie über Ihre Adresse einzuladen.',

  'link.aGroup': 'einer Gruppe',
  'link.aWorkspace': 'einem Arbeitsbereich',
  'link.ended': 'Dieser Link ist beendet',
  'link.revoked':
    'Er führte zu {place} und wurde abgeschaltet. Fragen Sie die Person, von der Sie ihn haben, nach dem, der jetzt gilt.',
  'link.replacedTitle': 'Dieser Link wurde ersetzt',
  'link.replaced':
    'Er führte zu {place}; dort gibt es jetzt einen neueren. Fragen Sie die Person danach, von der Sie diesen haben.',
  'link.expiredTitle': 'Dieser Link endete am {day}',
  'link.expired':
    'Er führte zu {place}. Bitten Sie die Person, von der Sie ihn haben, um einen neuen oder um eine Einladung an Ihre Adresse.',
  'link.fullTitle': 'Dieser Link ist aufgebraucht',
  'link.full':
    'Er führte zu {place} und ließ eine feste Zahl von Personen hinein; alle Plätze sind vergeben. Bitten Sie die Person, von der Sie ihn haben, mehr hineinzulassen oder Sie über Ihre Adresse einzuladen.',
  'link.archived':
    'Solange sie es ist, kann niemand {group} beitreten. Fragen Sie die Person, von der Sie den Link haben, ob die Gruppe wiederkommt.',
  'link.gone':
    'Es gibt nichts mehr, dem Sie beitreten könnten. Die Person, von der Sie den Link haben, kann Ihnen mehr sagen.',

  'full.title': 'Es ist kein Platz mehr frei',
  'full.why':
    '{workspace} hat so viele Personen, wie es auf diesem Dienst haben darf. Sagen Sie es der Person, die Sie eingeladen hat: Ein Besitzer kann Platz schaffen oder die Betreiber des Dienstes um mehr bitten.',

  'again.title': 'Sie kommen nicht hinein?',
  'again.type':
    'Geben Sie die Adresse ein, unter der Ihre Schule oder Hochschule Sie kennt. Wenn sie eingeladen wurde, geht die Einladung noch einmal an sie.',
  'again.mail': 'Noch einmal senden',
  'again.accepted': 'Schon angenommen? {link}',
  'again.look': 'Sehen Sie in Ihrem Postfach nach',
  'again.onItsWay':
    'Wenn es für diese Adresse eine Einladung gibt, die noch offen ist, ist sie unterwegs und kommt in wenigen Minuten an.',
  'again.nothing':
    'Nichts da? Sehen Sie im Spam nach und versuchen Sie es mit Ihren anderen Adressen, etwa der von Ihrer Schule oder Hochschule. Wenn keine passt, fragen Sie Ihre Lehrperson, welche Adresse eingeladen wurde; sie kann sie ändern.',
  'again.other': 'Andere Adresse versuchen',
  'again.tooOften': 'Das wurde zu oft angefordert',

  'reminders.title': 'Keine Erinnerungen mehr',
  'reminders.ask': 'Keine Erinnerungen mehr?',
  'reminders.what':
    'Niemand kann {email} dann noch über Rollcall an eine Einladung erinnern. Einladungen selbst kommen weiterhin an, und die vorhandenen bleiben offen, bis sie enden.',
  'reminders.stop': 'Erinnerungen abstellen',
  'reminders.done': '{email} erhält über Rollcall keine Erinnerungen mehr.',
}
