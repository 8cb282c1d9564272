export const account = {
  'alias.instead': 'Accepter plutôt en tant que {person}',
  'alias.title': 'Utiliser cette adresse',
  'alias.heading': 'Accepter en tant que {person}',
  'alias.what':
    'Cette invitation est destinée à {email}. Vous rejoignez {place} en tant que {person} ; la personne qui vous a invité voit les deux adresses.',
  'alias.proof':
    'Pour que personne n’utilise une invitation qui n’est pas la sienne, nous envoyons d’abord un code à {email}.',
  'alias.send': 'Envoyer un code à {email}',
  'alias.sent':
    'Nous avons envoyé huit chiffres à {email}. Ils sont valables dix minutes, dans ce navigateur uniquement.',
  'alias.accept': 'Accepter en tant que {person}',
  'alias.offDomain':
    'Pour accepter, connectez-vous en tant que {email} : {workspace} accepte d’autres adresses que {person}.',
  'alias.back': 'Retour à l’invitation',
}
