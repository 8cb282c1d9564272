export const sso = {
  'sso.title': 'Connectez-vous auprès de votre établissement',
  'sso.heading': '{workspace} gère votre connexion',
  'sso.where': 'Les adresses de {domain} se connectent sur une page à elles, chez {host}. Vous revenez ensuite ici.',
  'sso.goOn': 'Continuer',
  'sso.code': 'M’envoyer plutôt un code',
  'sso.other': 'Utiliser une autre adresse',
  'sso.again': 'Recommencer',
  'sso.down': 'La connexion de votre établissement ne répond pas',
  'sso.downWhy':
    '{host} est injoignable d’ici pour le moment. Votre compte n’est pas en cause. Réessayez dans quelques minutes ; si cela persiste, dites-le aux responsables de {workspace}.',
  'sso.tooMany': 'Trop de connexions depuis ce réseau',
  'sso.gone': 'Cette connexion a expiré',
  'sso.goneWhy':
    'Elle a attendu trop longtemps, était déjà terminée ou a commencé dans un autre navigateur. Personne n’a été connecté.',
  'sso.refused': 'Votre établissement ne vous a pas connecté',
  'sso.refusedWhy':
    '{host} a refusé, ou a répondu quelque chose qui ne tient pas. Recommencez ; si cela persiste, dites-le aux responsables de {workspace}.',
  'sso.unverified': 'Votre établissement n’a pas donné d’adresse vérifiée',
  'sso.unverifiedWhy':
    '{host} vous connaît, mais n’a donné aucune adresse qu’il ait vérifiée. Personne n’a été connecté. Les responsables de {workspace} peuvent y remédier.',
  'sso.otherDomain': 'C’est une autre adresse',
  'sso.otherDomainWhy':
    'Chez {host}, vous êtes {email}, et seules les adresses de {domains} s’y connectent. Déconnectez-vous là-bas et utilisez le compte de votre établissement, ou connectez-vous ici avec un code.',
  'sso.only': 'Votre établissement se connecte sur sa propre page',
  'sso.onlyWhy':
    'Les codes ne fonctionnent plus pour ses adresses. Saisissez encore une fois votre adresse, puis continuez vers cette page.',
  'sso.accept': 'Vous vous connectez en tant que {email} sur la page de votre établissement.',
}
