export const signIn = {
  'menu.language': 'Langue',
  or: 'ou',
  'wait.again': 'Attendez {minutes}, puis réessayez.',
  'wait.newCode': 'Attendez {minutes}, puis demandez-en un nouveau.',

  'address.label': 'Adresse e-mail',
  'address.send': 'M’envoyer un code',
  'address.demo': 'Continuer en tant que {name} (démonstration)',
  'address.wrong': 'Ceci ne ressemble pas à une adresse',
  'address.example': 'Une adresse ressemble à nom@ecole.edu.',
  'address.tooMany': 'Trop de codes ont été demandés',

  'signIn.title': 'Se connecter',
  'signIn.connecting': 'Connectez-vous d’abord ; vous pourrez ensuite connecter l’extension.',
  'signIn.type': 'Saisissez votre adresse et nous y envoyons un code. Il n’y a pas de mot de passe.',
  'signIn.noMail': 'Invité, et aucun message ? {link}',

  'code.title': 'Saisissez le code',
  'code.sent':
    'Nous avons envoyé huit chiffres à {email}. Ils sont valables dix minutes, dans ce navigateur uniquement.',
  'code.label': 'Code',
  'code.digits': 'Les huit chiffres du message',
  'code.kept': 'L’envoi de courrier n’est pas configuré sur cet ordinateur',
  'code.keptWhere': 'Le code attend dans la {link}, qui s’ouvre dans un nouvel onglet.',
  'code.outbox': 'boîte d’envoi',
  'code.noMail': 'Aucun message après une minute ? Regardez parmi les indésirables, ou {link}.',
  'code.askNew': 'demandez un nouveau code',
  'code.gone': 'Demander un nouveau code',
  'code.goneWhy':
    'Celui-ci n’est plus utilisable : il a déjà servi, a plus de dix minutes, a été essayé cinq fois ou a été demandé dans un autre navigateur.',
  'code.wrong': 'Ce n’est pas le code',
  'code.left': {
    one: 'Comparez-le avec le dernier message. Encore un essai, puis il faudra un nouveau code.',
    other: 'Comparez-le avec le dernier message. Encore {count} essais, puis il faudra un nouveau code.',
  },
  'code.tooMany': 'Trop de codes ont été essayés depuis ce réseau',

  'connect.title': 'Connecter l’extension',
  'connect.heading': 'Connecter l’extension Rollcall à {email}',
  'connect.ownBuild':
    'C’est une version particulière, dont l’identifiant est {extension}. Ne la connectez que si vous savez d’où elle vient.',
  'connect.may': 'Elle pourra faire en votre nom ce que vous pouvez faire ici :',
  'connect.see': 'voir vos Groupes et, là où votre rôle le montre, qui en fait partie',
  'connect.invite': 'inviter des personnes et créer des liens de partage dans les Groupes qui vous appartiennent',
  'connect.until': 'Se déconnecter dans l’extension y met fin.',
  'connect.yes': 'Connecter',
  'connect.no': 'Pas maintenant',
  'connect.refused': 'L’extension ne peut pas être connectée',
  'connect.refusedWhy':
    'Elle l’a demandé d’une manière que ce service n’autorise pas. C’est peut-être une version que le service ne connaît pas, ou qui ne correspond pas à la sienne.',
  'connect.refusedNow':
    'Mettez l’extension à jour. Si c’est une version particulière, les responsables de ce service peuvent ajouter son identifiant à EXTENSIONS.',
  'connect.refusedCode': 'Ce que dit le service : {code}',
  'connect.done': 'L’extension est connectée',
  'connect.goBack': 'Revenez-y : elle continue d’elle-même. Vous pouvez fermer cette page.',
  'connect.not': 'Rien n’a été connecté',
  'connect.close': 'Vous pouvez fermer cette page.',

  'device.type': 'Saisissez les huit lettres qu’affiche l’extension.',
  'device.goOn': 'Continuer',
  'device.wrong': 'Comparez-le avec ce qu’affiche l’extension. Il est valable dix minutes, une seule fois.',
  'device.same': 'Est-ce bien le code qu’affiche l’extension ?',
  'device.onlyIf':
    'Ne continuez que si vous voyez les mêmes lettres dans votre propre navigateur. La personne qui vous aurait envoyé ici avec un code entrerait dans vos Groupes.',
  'device.yes': 'Ce sont les mêmes',
  'device.no': 'Ne pas connecter',

  'begin.title': 'Créer un Espace de travail',
  'begin.what':
    'Un Espace de travail réunit les personnes et les Groupes d’un établissement ou d’un département. La personne qui le crée en est Propriétaire.',
  'begin.name': 'Nom de l’Espace de travail',
  'begin.nameWrong': 'Ce nom ne convient pas',
  'begin.nameRule': 'Un nom compte de 1 à 80 caractères sur une ligne, sans adresse web.',
  'begin.yours': 'Votre adresse e-mail',
  'begin.as': 'Vous êtes connecté en tant que {email} et en devenez Propriétaire.',
  'begin.make': 'Créer l’Espace de travail',
  'begin.makeNamed': 'Créer {workspace}',
  'begin.used': 'Ce lien a déjà servi',
  'begin.usedWhy':
    'Il a créé un Espace de travail et ne fonctionne qu’une fois. Si c’était vous, connectez-vous avec votre adresse.',
  'begin.expired': 'Ce lien est trop ancien',
  'begin.elsewhere': 'Ce lien est utilisé dans un autre navigateur',
  'begin.elsewhereWhy':
    'Continuez dans le navigateur où un nom a d’abord été saisi. Si ce n’était pas vous, quelqu’un d’autre a vu le lien : dites-le aux responsables de ce service.',
  'begin.unknown': 'Ce lien ne crée aucun Espace de travail',
  'begin.unknownWhy': 'Il a peut-être été coupé lors de la copie.',
  'begin.another':
    'Pour obtenir un nouveau lien, redémarrez le service tant qu’il n’a aucun Espace de travail, ou exécutez npm run service -- new-workspace là où il est installé.',

  'notFound.title': 'Il n’y a rien ici',
  'notFound.why':
    'L’adresse a peut-être été coupée lors de la copie, ou ce à quoi elle menait n’existe plus. Ouvrez de nouveau le lien de votre message, ou demandez à la personne qui vous l’a donné.',
  'notFound.now': '{groups}, ou {again}.',
  'notFound.again': 'recevoir de nouveau votre invitation',
  'wrong.title': 'Cela n’a pas fonctionné',
  'wrong.why':
    'Le service n’a pas pu terminer ce que vous avez demandé. Rien n’en a été conservé. Réessayez dans un instant ; si cela persiste, dites-le aux responsables de ce service.',
  'notFromHere.title': 'Rien n’a été fait',
  'notFromHere.why':
    'Ceci venait d’une page d’un autre site, ou votre navigateur n’a pas dit d’où cela venait. Revenez en arrière, rechargez la page et appuyez de nouveau sur le bouton.',
  'flow.title': 'Cette connexion a expiré',
  'flow.why':
    'Elle a attendu trop longtemps, ou était déjà terminée. Fermez cette fenêtre et recommencez depuis l’extension.',
  'busy.title': 'Le service est occupé',
  'busy.why':
    'Il n’a pas pu traiter ce que vous avez demandé, et rien n’en a été fait. Rechargez la page dans un instant.',
  'tooLarge.title': 'C’était trop long',
  'tooLarge.why': 'Ce qui a été envoyé dépasse ce que ce formulaire accepte. Revenez en arrière et envoyez-en moins.',
  'notBuilt.title': 'L’application web n’est pas encore construite',
  'notBuilt.why':
    'Exécutez {command} là où le service est installé, puis redémarrez-le. Les invitations, la connexion et l’extension fonctionnent sans elle.',
}
