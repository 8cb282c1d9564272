export const mails = {
  'role.owner': 'Propietario',
  'role.facilitator': 'Facilitador',
  'role.editor': 'Editor',
  'role.member': 'Miembro',
  'as.owner': 'con el rol de Propietario',
  'as.facilitator': 'con el rol de Facilitador',
  'as.editor': 'con el rol de Editor',
  'as.member': 'con el rol de Miembro',
  'group.owner': 'Conversar con sus Asistentes, ver quién está en él, invitar a personas y cambiar sus ajustes.',
  'group.facilitator': 'Conversar con sus Asistentes, ver quién está en él y cómo se usa.',
  'group.member': 'Conversar con sus Asistentes.',
  'workspace.owner':
    'Los Propietarios gestionan el Espacio de trabajo, sus personas y todos los Grupos que no sean Privados.',
  'workspace.editor': 'Los Editores crean Grupos y gestionan los suyos.',
  'workspace.member': 'Los Miembros usan los Grupos a los que pertenecen.',
  'mayDo.owner':
    'Con el rol de Propietario puedes conversar con sus Asistentes, ver quién está en él, invitar a personas y cambiar sus ajustes.',
  'mayDo.facilitator':
    'Con el rol de Facilitador puedes conversar con sus Asistentes, ver quién está en él y cómo se usa.',
  'mayDo.member': 'Con el rol de Miembro puedes conversar con sus Asistentes.',

  'mail.orOpen': 'O abre este enlace:',
  'mail.then': '{words}:',
  'mail.invites': '{sender} te invita a {place}',
  'mail.invited': 'Tienes una invitación a {place}',
  'mail.toGroup': '{sender} te invita al Grupo {group} de {workspace}, {as}.',
  'mail.toWorkspace': '{sender} te invita al Espacio de trabajo {workspace}, {as}.',
  'mail.look': 'Ver la invitación',
  'mail.until': 'La invitación es para {email} y se puede aceptar hasta el {day}.',
  'mail.why':
    'Recibes este correo porque {sender} escribió tu dirección para invitarte. No pasa nada hasta que aceptes. Para rechazarla, abre el enlace y elige Rechazar, o no hagas nada con este correo.',

  'reminder.subject': 'Recordatorio: tu invitación a {group}',
  'reminder.title': 'Tu invitación a {group} te espera',
  'reminder.since': '{sender} te invitó el {day} al Grupo {group} de {workspace}, {as}.',
  'reminder.until': 'Se puede aceptar hasta el {day}.',
  'reminder.why':
    'La invitación es para {email}. No pasa nada hasta que aceptes. Para rechazarla, abre el enlace y elige Rechazar, o no hagas nada con este correo.',
  'reminder.stop': 'No recibir más recordatorios',

  'added.title': 'Ya estás en {group}',
  'added.by': '{sender} te añadió al Grupo {group} de {workspace}, {as}.',
  'added.open': 'Abrir {group}',
  'added.why': 'Recibes este correo porque {email} tiene una cuenta en {workspace}.',
  'added.leave': 'Si no quieres estar en este Grupo, escribe a {sender}, que puede sacarte de él.',

  'codeMail.subject': 'Tu código para iniciar sesión en Rollcall',
  'codeMail.title': 'Tu código para iniciar sesión',
  'codeMail.type': 'Escribe este código donde lo pediste:',
  'codeMail.once':
    'El código sirve una vez, durante diez minutos, en el navegador que lo pidió. Nadie de Rollcall te lo pedirá nunca.',
  'codeMail.why':
    'Recibes este correo porque alguien pidió iniciar sesión como {email}. Si no fuiste tú, no hagas nada con este correo: sin el código no entra nadie.',

  'test.group': 'Biología 101 (un ejemplo)',
  'test.note': 'Esto es una prueba que te enviaste: no invita a nadie.',

  'outbox.title': 'Bandeja de salida',
  'outbox.noServer': 'El correo no está configurado',
  'outbox.waits':
    'De este servicio no sale ningún correo. Espera aquí, tal como lo recibirían las personas, hasta que SMTP_URL indique un servidor de correo.',
  'outbox.find': 'Buscar por dirección',
  'outbox.findNow': 'Buscar',
  'outbox.older': 'Correos anteriores',
  'outbox.noneSuch': 'No espera ningún correo para una dirección así.',
  'outbox.none': 'No espera ningún correo. Invita a alguien y aparecerá aquí.',
  'outbox.count': { one: 'Un correo', other: '{count} correos' },
  'outbox.countSuch': {
    one: 'Un correo a direcciones con {search}',
    other: '{count} correos a direcciones con {search}',
  },
  'outbox.over': 'Ya no hace falta',
  'outbox.all': 'Todos los correos',
  'outbox.to': 'Para {email} · {time}',
  'outbox.frame': 'El correo tal como lo recibiría {email}',
  'outbox.newTab': 'Sus enlaces se abren en una pestaña nueva.',
}
