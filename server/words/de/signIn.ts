export const signIn = {
  'menu.language': 'Sprache',
  or: 'oder',
  'wait.again': 'Warten Sie {minutes} und versuchen Sie es dann noch einmal.',
  'wait.newCode': 'Warten Sie {minutes} und fordern Sie dann einen neuen an.',

  'address.label': 'E-Mail-Adresse',
  'address.send': 'Code senden',
  'address.demo': 'Weiter als {name} (Demo)',
  'address.wrong': 'Das sieht nicht nach einer Adresse aus',
  'address.example': 'Eine Adresse sieht aus wie name@schule.edu.',
  'address.tooMany': 'Es wurden zu viele Codes angefordert',

  'signIn.title': 'Anmelden',
  'signIn.connecting': 'Melden Sie sich zuerst an, dann können Sie die Erweiterung verbinden.',
  'signIn.type': 'Geben Sie Ihre Adresse ein, und wir senden einen Code dorthin. Ein Passwort gibt es nicht.',
  'signIn.noMail': 'Eingeladen, aber keine E-Mail? {link}',

  'code.title': 'Code eingeben',
  'code.sent': 'Wir haben acht Ziffern an {email} gesendet. Sie gelten zehn Minuten, nur in diesem Browser.',
  'code.label': 'Code',
  'code.digits': 'Die acht Ziffern aus der E-Mail',
  'code.kept': 'E-Mail ist auf diesem Computer nicht eingerichtet',
  'code.keptWhere': 'Der Code wartet im {link}, der sich in einem neuen Tab öffnet.',
  'code.outbox': 'Postausgang',
  'code.noMail': 'Nach einer Minute keine E-Mail? Sehen Sie im Spam nach, oder {link}.',
  'code.askNew': 'fordern Sie einen neuen Code an',
  'code.gone': 'Neuen Code anfordern',
  'code.goneWhy':
    'Dieser gilt nicht mehr: Er wurde schon verwendet, ist älter als zehn Minuten, wurde fünfmal versucht oder in einem anderen Browser angefordert.',
  'code.wrong': 'Das ist nicht der Code',
  'code.left': {
    one: 'Vergleichen Sie ihn mit der neuesten E-Mail. Noch ein Versuch, dann ist ein neuer Code nötig.',
    other: 'Vergleichen Sie ihn mit der neuesten E-Mail. Noch {count} Versuche, dann ist ein neuer Code nötig.',
  },
  'code.tooMany': 'Aus diesem Netz wurden zu viele Codes versucht',

  'connect.title': 'Erweiterung verbinden',
  'connect.heading': 'Die Rollcall-Erweiterung mit {email} verbinden',
  'connect.ownBuild':
    'Es ist eine eigene Fassung mit der Kennung {extension}. Verbinden Sie sie nur, wenn Sie wissen, woher sie kommt.',
  'connect.may': 'Sie kann dann in Ihrem Namen tun, was Sie hier tun können:',
  'connect.see': 'Ihre Gruppen sehen und, wo Ihre Rolle es zeigt, wer in ihnen ist',
  'connect.invite': 'in Gruppen, die Ihnen gehören, Personen einladen und Links zum Teilen anlegen',
  'connect.until': 'Wenn Sie sich in der Erweiterung abmelden, ist die Verbindung beendet.',
  'connect.yes': 'Verbinden',
  'connect.no': 'Jetzt nicht',
  'connect.refused': 'Die Erweiterung lässt sich nicht verbinden',
  'connect.refusedWhy':
    'Sie hat auf eine Weise gefragt, die dieser Dienst nicht zulässt. Vielleicht ist es eine Fassung, die der Dienst nicht kennt oder die nicht zu seiner passt.',
  'connect.refusedNow':
    'Aktualisieren Sie die Erweiterung. Wenn es eine eigene Fassung ist, können die Betreiber dieses Dienstes ihre Kennung in EXTENSIONS aufnehmen.',
  'connect.refusedCode': 'Was der Dienst sagt: {code}',
  'connect.done': 'Die Erweiterung ist verbunden',
  'connect.goBack': 'Gehen Sie zu ihr zurück: Sie macht von selbst weiter. Diese Seite können Sie schließen.',
  'connect.not': 'Es wurde nichts verbunden',
  'connect.close': 'Diese Seite können Sie schließen.',

  'device.type': 'Geben Sie die acht Buchstaben ein, die die Erweiterung zeigt.',
  'device.goOn': 'Weiter',
  'device.wrong': 'Vergleichen Sie ihn mit dem, was die Erweiterung zeigt. Er gilt zehn Minuten, einmal.',
  'device.same': 'Ist das der Code, den die Erweiterung zeigt?',
  'device.onlyIf':
    'Gehen Sie nur weiter, wenn Sie in Ihrem eigenen Browser dieselben Buchstaben sehen. Wer Sie mit einem Code hierhergeschickt hat, käme sonst in Ihre Gruppen.',
  'device.yes': 'Es sind dieselben',
  'device.no': 'Nicht verbinden',

  'begin.title': 'Arbeitsbereich anlegen',
  'begin.what':
    'Ein Arbeitsbereich umfasst die Personen und Gruppen einer Schule oder eines Fachbereichs. Wer ihn anlegt, ist sein Besitzer.',
  'begin.name': 'Name des Arbeitsbereichs',
  'begin.nameWrong': 'So kann er nicht heißen',
  'begin.nameRule': 'Ein Name hat 1 bis 80 Zeichen in einer Zeile und enthält keine Webadresse.',
  'begin.yours': 'Ihre E-Mail-Adresse',
  'begin.as': 'Sie sind als {email} angemeldet und werden sein Besitzer.',
  'begin.make': 'Arbeitsbereich anlegen',
  'begin.makeNamed': '{workspace} anlegen',
  'begin.used': 'Dieser Link wurde schon verwendet',
  'begin.usedWhy':
    'Er hat einen Arbeitsbereich angelegt und gilt einmal. Wenn Sie das waren, melden Sie sich mit Ihrer Adresse an.',
  'begin.expired': 'Dieser Link ist zu alt',
  'begin.elsewhere': 'Dieser Link wird in einem anderen Browser verwendet',
  'begin.elsewhereWhy':
    'Machen Sie in dem Browser weiter, in dem zuerst ein Name eingegeben wurde. Wenn Sie das nicht waren, hat jemand anderes den Link gesehen: Sagen Sie es den Betreibern dieses Dienstes.',
  'begin.unknown': 'Dieser Link legt keinen Arbeitsbereich an',
  'begin.unknownWhy': 'Vielleicht wurde er beim Kopieren abgeschnitten.',
  'begin.another':
    'Für einen neuen Link starten Sie den Dienst noch einmal, solange er keinen Arbeitsbereich hat, oder führen Sie dort, wo er installiert ist, npm run service -- new-workspace aus.',

  'notFound.title': 'Hier ist nichts',
  'notFound.why':
    'Vielleicht wurde die Adresse beim Kopieren abgeschnitten, oder es gibt nicht mehr, wohin sie führte. Öffnen Sie den Link aus Ihrer E-Mail noch einmal, oder fragen Sie die Person, von der Sie ihn haben.',
  'notFound.now': '{groups}, oder {again}.',
  'notFound.again': 'lassen Sie sich Ihre Einladung noch einmal senden',
  'wrong.title': 'Das hat nicht geklappt',
  'wrong.why':
    'Der Dienst konnte nicht zu Ende bringen, worum Sie gebeten haben. Nichts davon wurde behalten. Versuchen Sie es gleich noch einmal; wenn es so bleibt, sagen Sie es den Betreibern dieses Dienstes.',
  'notFromHere.title': 'Es wurde nichts getan',
  'notFromHere.why':
    'Das kam von einer Seite einer anderen Website, oder Ihr Browser hat nicht gesagt, woher es kam. Gehen Sie zurück, laden Sie die Seite neu und drücken Sie noch einmal auf die Schaltfläche.',
  'flow.title': 'Diese Anmeldung ist abgelaufen',
  'flow.why':
    'Sie hat zu lange gewartet oder war schon beendet. Schließen Sie dieses Fenster und beginnen Sie in der Erweiterung noch einmal.',
  'busy.title': 'Der Dienst ist beschäftigt',
  'busy.why':
    'Er kam nicht zu dem, worum Sie gebeten haben, und nichts davon wurde getan. Laden Sie die Seite gleich noch einmal.',
  'tooLarge.title': 'Das war mehr, als hineinpasst',
  'tooLarge.why':
    'Was gesendet wurde, ist länger, als dieses Formular aufnimmt. Gehen Sie zurück und senden Sie weniger davon.',
  'notBuilt.title': 'Die Web-App ist noch nicht gebaut',
  'notBuilt.why':
    'Führen Sie dort, wo der Dienst installiert ist, {command} aus und starten Sie ihn neu. Einladungen, Anmeldung und die Erweiterung funktionieren ohne sie.',
}
