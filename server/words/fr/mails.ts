export const mails = {
  'role.owner': 'Propriétaire',
  'role.facilitator': 'Facilitateur',
  'role.editor': 'Éditeur',
  'role.member': 'Membre',
  'as.owner': 'avec le rôle de Propriétaire',
  'as.facilitator': 'avec le rôle de Facilitateur',
  'as.editor': 'avec le rôle d’Éditeur',
  'as.member': 'avec le rôle de Membre',
  'group.owner':
    'Échanger avec ses Assistants, voir qui en fait partie, inviter des personnes, modifier ses paramètres.',
  'group.facilitator': 'Échanger avec ses Assistants, voir qui en fait partie et comment il est utilisé.',
  'group.member': 'Échanger avec ses Assistants.',
  'workspace.owner':
    'Les Propriétaires gèrent l’Espace de travail, ses personnes et tous les Groupes qui ne sont pas Privés.',
  'workspace.editor': 'Les Éditeurs créent des Groupes et gèrent les leurs.',
  'workspace.member': 'Les Membres utilisent les Groupes dont ils font partie.',
  'mayDo.owner':
    'Avec le rôle de Propriétaire, vous pouvez échanger avec ses Assistants, voir qui en fait partie, inviter des personnes et modifier ses paramètres.',
  'mayDo.facilitator':
    'Avec le rôle de Facilitateur, vous pouvez échanger avec ses Assistants, voir qui en fait partie et comment il est utilisé.',
  'mayDo.member': 'Avec le rôle de Membre, vous pouvez échanger avec ses Assistants.',

  'mail.orOpen': 'Ou ouvrez ce lien :',
  'mail.then': '{words} :',
  'mail.invites': '{sender} vous invite à rejoindre {place}',
  'mail.invited': 'Vous êtes invité à rejoindre {place}',
  'mail.toGroup': '{sender} vous invite à rejoindre le Groupe {group} de {workspace}, {as}.',
  'mail.toWorkspace': '{sender} vous invite à rejoindre l’Espace de travail {workspace}, {as}.',
  'mail.look': 'Voir l’invitation',
  'mail.until': 'L’invitation est destinée à {email} et peut être acceptée jusqu’au {day}.',
  'mail.why':
    'Vous recevez ce message parce que {sender} a saisi votre adresse pour vous inviter. Rien ne se passe tant que vous n’acceptez pas. Pour refuser, ouvrez le lien et choisissez Refuser, ou laissez ce message sans suite.',

  'reminder.subject': 'Rappel : votre invitation à {group}',
  'reminder.title': 'Votre invitation à {group} vous attend',
  'reminder.since': '{sender} vous a invité le {day} à rejoindre le Groupe {group} de {workspace}, {as}.',
  'reminder.until': 'Elle peut être acceptée jusqu’au {day}.',
  'reminder.why':
    'L’invitation est destinée à {email}. Rien ne se passe tant que vous n’acceptez pas. Pour refuser, ouvrez le lien et choisissez Refuser, ou laissez ce message sans suite.',
  'reminder.stop': 'Ne plus recevoir de rappels',

  'added.title': 'Vous faites maintenant partie de {group}',
  'added.by': '{sender} vous a ajouté au Groupe {group} de {workspace}, {as}.',
  'added.open': 'Ouvrir {group}',
  'added.why': 'Vous recevez ce message parce que {email} a un compte chez {workspace}.',
  'added.leave': 'Si vous ne souhaitez pas faire partie de ce Groupe, écrivez à {sender}, qui peut vous en retirer.',

  'codeMail.subject': 'Votre code de connexion à Rollcall',
  'codeMail.title': 'Votre code de connexion',
  'codeMail.type': 'Saisissez ce code là où vous l’avez demandé :',
  'codeMail.once':
    'Le code fonctionne une seule fois, pendant dix minutes, dans le navigateur qui l’a demandé. Personne chez Rollcall ne vous le demandera jamais.',
  'codeMail.why':
    'Vous recevez ce message parce que quelqu’un a demandé à se connecter en tant que {email}. Si ce n’était pas vous, laissez ce message sans suite : sans le code, personne n’entre.',

  'test.group': 'Biologie 101 (un exemple)',
  'test.note': 'Ceci est un essai que vous vous êtes envoyé : il n’invite personne.',

  'outbox.title': 'Boîte d’envoi',
  'outbox.noServer': 'L’envoi de courrier n’est pas configuré',
  'outbox.waits':
    'Aucun message ne quitte ce service. Ils attendent ici, tels que les personnes les recevraient, jusqu’à ce que SMTP_URL indique un serveur de messagerie.',
  'outbox.find': 'Rechercher par adresse',
  'outbox.findNow': 'Rechercher',
  'outbox.older': 'Messages plus anciens',
  'outbox.noneSuch': 'Aucun message n’attend pour une telle adresse.',
  'outbox.none': 'Aucun message n’attend. Invitez quelqu’un, et il apparaîtra ici.',
  'outbox.count': { one: 'Un message', other: '{count} messages' },
  'outbox.countSuch': {
    one: 'Un message à des adresses contenant {search}',
    other: '{count} messages à des adresses contenant {search}',
  },
  'outbox.over': 'Plus nécessaire',
  'outbox.all': 'Tous les messages',
  'outbox.to': 'À {email} · {time}',
  'outbox.frame': 'Le message tel que {email} le recevrait',
  'outbox.newTab': 'Ses liens s’ouvrent dans un nouvel onglet.',
}
