export const invitations = {
  'fact.workspace': 'Espace de travail',
  'fact.role': 'Votre rôle',
  'fact.inviter': 'Invitation de',
  'fact.for': 'Pour',
  'fact.until': 'Ouvert jusqu’au',
  'fact.who': 'Qui peut entrer',

  'invitation.title': 'Invitation à {place}',
  'invitation.heading': '{inviter} vous invite à rejoindre {place}',
  'invitation.accept': 'Accepter l’invitation',
  'invitation.signIn': 'Se connecter pour accepter',
  'invitation.decline': 'Refuser',
  'invitation.asOther': 'Vous êtes connecté en tant que {email}',
  'invitation.switches': 'En acceptant, vous serez connecté en tant que {email}.',
  'invitation.alsoSignsIn': 'Vous serez aussi connecté en tant que {email} dans ce navigateur.',
  'invitation.codeInUse': 'Nous envoyons d’abord un code à {email}, car cette adresse est déjà utilisée ici.',
  'invitation.codeFirst': 'Nous envoyons d’abord un code à {email}.',
  'invitation.otherAddress':
    'Vous êtes connecté en tant que {email}, et cette invitation est destinée à une autre adresse.',
  'invitation.accepted': 'Déjà acceptée',
  'invitation.wasAccepted': 'Cette invitation a déjà été acceptée',
  'invitation.inside': 'Vous faites partie de {place}',
  'invitation.acceptedBy': '{email} l’a acceptée.',
  'invitation.acceptedOn': '{email} l’a acceptée le {day}.',
  'invitation.once': 'Le lien fonctionne une seule fois ; désormais, vous vous connectez avec votre adresse.',
  'invitation.openGroup': 'Ouvrir le Groupe',
  'invitation.revoked': 'Cette invitation a été retirée',
  'invitation.declined': 'Cette invitation a été refusée',
  'invitation.expired': 'Cette invitation a pris fin le {day}',
  'invitation.askAgain': 'Elle concernait {place}. Pour entrer, demandez-en une nouvelle à {inviter}.',
  'invitation.waits':
    'Tant qu’il l’est, personne ne peut rejoindre {group}, et votre invitation attend. {inviter} peut vous dire s’il reviendra.',
  'invitation.nothingLeft': 'Il n’y a plus rien à rejoindre. {inviter} peut vous en dire plus.',
  'invitation.youDeclined': 'Vous avez refusé',
  'invitation.noMore':
    'Vous ne faites pas partie de {group}, et vous ne recevrez plus de messages au sujet de cette invitation.',
  'invitation.byMistake': 'Si ce n’était pas voulu, demandez-en une nouvelle à {inviter}.',
  'person.withAddress': '{name} ({email})',

  'group.archived': 'Ce Groupe est archivé',
  'group.gone': 'Ce Groupe n’existe plus',
  'groups.go': 'Aller à vos Groupes',

  'join.title': 'Rejoindre {place}',
  'join.listRole': 'Celui que vous donne la liste de classe',
  'join.anyone': 'Toute personne disposant de ce lien',
  'join.restricted': 'Les personnes déjà invitées',
  'join.roster': 'Les personnes de la liste de classe',
  'join.as': 'Vous rejoignez en tant que {email}.',
  'join.switch': 'Utiliser une autre adresse',
  'join.signIn': 'Connectez-vous pour rejoindre',
  'join.code': 'Nous envoyons un code à votre adresse. Il n’y a pas de mot de passe.',
  'join.inside': 'Vous faites déjà partie de {place}',
  'join.signedInAs': 'Vous êtes connecté en tant que {email}.',
  'join.notInvitedTitle': 'Pas encore invité',
  'join.notInvited': '{email} n’a pas été invité',
  'join.notInvitedWhy':
    'Ce lien vers {place} laisse entrer les personnes déjà invitées. Si votre invitation est arrivée à une autre adresse, utilisez celle-là ; sinon, demandez à la personne qui vous a donné le lien.',
  'join.notListedTitle': 'Absent de la liste de classe',
  'join.notListed': '{email} ne figure pas sur la liste de classe',
  'join.notListedWhy':
    'Ce lien laisse entrer dans {group} les personnes de sa liste. Connectez-vous avec l’adresse que votre établissement a de vous ; si c’est celle-ci, dites-le à la personne qui vous a donné le lien.',
  'join.offDomainTitle': 'Utilisez votre adresse d’établissement',
  'join.offDomain': '{workspace} accepte d’autres adresses',
  'join.offDomainWhy':
    'Vous êtes connecté en tant que {email}. Pour rejoindre {place}, utilisez une adresse de {domains}. Si vous n’en avez pas, demandez à la personne qui vous a donné le lien de vous inviter par votre adresse.',

  'link.aGroup': 'un Groupe',
  'link.aWorkspace': 'un Espace de travail',
  'link.ended': 'Ce lien a pris fin',
  'link.revoked':
    'Il menait à {place} et a été désactivé. Demandez à la personne qui vous l’a donné celui qui est utilisé maintenant.',
  'link.replacedTitle': 'Ce lien a été remplacé',
  'link.replaced':
    'Il menait à {place}, qui a maintenant un lien plus récent. Demandez-le à la personne qui vous a donné celui-ci.',
  'link.expiredTitle': 'Ce lien a pris fin le {day}',
  'link.expired':
    'Il menait à {place}. Demandez-en un nouveau à la personne qui vous l’a donné, ou de vous inviter par votre adresse.',
  'link.fullTitle': 'Ce lien est épuisé',
  'link.full':
    'Il laissait entrer dans {place} un nombre fixe de personnes, et toutes les places sont prises. Demandez à la personne qui vous l’a donné d’en laisser entrer davantage, ou de vous inviter par votre adresse.',
  'link.archived':
    'Tant qu’il l’est, personne ne peut rejoindre {group}. Demandez à la personne qui vous a donné le lien s’il reviendra.',
  'link.gone': 'Il n’y a plus rien à rejoindre. La personne qui vous a donné le lien peut vous en dire plus.',

  'full.title': 'Il n’y a plus de place',
  'full.why':
    '{workspace} compte autant de personnes que ce service le permet. Dites-le à la personne qui vous a invité : un Propriétaire peut faire de la place, ou en demander davantage aux responsables du service.',

  'again.title': 'Vous n’arrivez pas à entrer ?',
  'again.type':
    'Saisissez l’adresse par laquelle votre établissement vous connaît. Si elle a été invitée, l’invitation lui est renvoyée.',
  'again.mail': 'La renvoyer',
  'again.accepted': 'Déjà acceptée ? {link} directement.',
  'again.look': 'Cherchez le message',
  'again.onItsWay':
    'Si cette adresse a une invitation encore ouverte, elle est en route et arrivera dans quelques minutes.',
  'again.nothing':
    'Toujours rien ? Regardez parmi les indésirables, et essayez vos autres adresses, comme celle que votre établissement vous a donnée. Si aucune ne convient, demandez à votre enseignant quelle adresse a été invitée ; il peut la changer.',
  'again.other': 'Essayer une autre adresse',
  'again.tooOften': 'La demande a été faite trop souvent',

  'reminders.title': 'Plus de rappels',
  'reminders.ask': 'Ne plus recevoir de rappels ?',
  'reminders.what':
    'Personne ne pourra plus rappeler une invitation à {email} par Rollcall. Les invitations elles-mêmes continuent d’arriver, et celles que vous avez restent ouvertes jusqu’à leur terme.',
  'reminders.stop': 'Arrêter les rappels',
  'reminders.done': '{email} ne recevra plus de rappels par Rollcall.',
}
