export const account = {
  'alias.instead': 'Aceptar como {person}',
  'alias.title': 'Usar esta dirección',
  'alias.heading': 'Aceptar como {person}',
  'alias.what':
    'Esta invitación es para {email}. Te unes a {place} como {person}; quien te invitó ve las dos direcciones.',
  'alias.proof': 'Para que nadie use una invitación que no es suya, antes enviamos un código a {email}.',
  'alias.send': 'Enviar un código a {email}',
  'alias.sent': 'Enviamos ocho cifras a {email}. Sirven durante diez minutos, solo en este navegador.',
  'alias.accept': 'Aceptar como {person}',
  'alias.offDomain':
    'Para aceptar, inicia sesión como {email}: {workspace} deja entrar a otras direcciones que {person}.',
  'alias.back': 'Volver a la invitación',
}
