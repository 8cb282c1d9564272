export const account = {
  'alias.instead': 'Aceitar como {person}',
  'alias.title': 'Usar este endereço',
  'alias.heading': 'Aceitar como {person}',
  'alias.what':
    'Este convite é para {email}. Você entra em {place} como {person}; quem convidou você vê os dois endereços.',
  'alias.proof': 'Para que ninguém use um convite que não é seu, antes enviamos um código para {email}.',
  'alias.send': 'Enviar um código para {email}',
  'alias.sent': 'Enviamos oito algarismos para {email}. Eles valem por dez minutos, só neste navegador.',
  'alias.accept': 'Aceitar como {person}',
  'alias.offDomain': 'Para aceitar, entre como {email}: {workspace} deixa entrar outros endereços que não {person}.',
  'alias.back': 'Voltar ao convite',
}
