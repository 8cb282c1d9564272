export const mails = {
  'role.owner': 'Proprietário',
  'role.facilitator': 'Facilitador',
  'role.editor': 'Editor',
  'role.member': 'Membro',
  'as.owner': 'com a função de Proprietário',
  'as.facilitator': 'com a função de Facilitador',
  'as.editor': 'com a função de Editor',
  'as.member': 'com a função de Membro',
  'group.owner': 'Conversar com os Assistentes dele, ver quem participa, convidar pessoas e mudar as configurações.',
  'group.facilitator': 'Conversar com os Assistentes dele, ver quem participa e como ele é usado.',
  'group.member': 'Conversar com os Assistentes dele.',
  'workspace.owner':
    'Proprietários administram o Espaço de trabalho, as pessoas dele e todos os Grupos que não sejam Privados.',
  'workspace.editor': 'Editores criam Grupos e administram os seus.',
  'workspace.member': 'Membros usam os Grupos de que participam.',
  'mayDo.owner':
    'Com a função de Proprietário, você pode conversar com os Assistentes dele, ver quem participa, convidar pessoas e mudar as configurações.',
  'mayDo.facilitator':
    'Com a função de Facilitador, você pode conversar com os Assistentes dele, ver quem participa e como ele é usado.',
  'mayDo.member': 'Com a função de Membro, você pode conversar com os Assistentes dele.',

  'mail.orOpen': 'Ou abra este link:',
  'mail.then': '{words}:',
  'mail.invites': '{sender} convida você para {place}',
  'mail.invited': 'Você recebeu um convite para {place}',
  'mail.toGroup': '{sender} convida você para o Grupo {group} de {workspace}, {as}.',
  'mail.toWorkspace': '{sender} convida você para o Espaço de trabalho {workspace}, {as}.',
  'mail.look': 'Ver o convite',
  'mail.until': 'O convite é para {email} e pode ser aceito até {day}.',
  'mail.why':
    'Você recebe este e-mail porque {sender} digitou o seu endereço para convidar você. Nada acontece até você aceitar. Para recusar, abra o link e escolha Recusar, ou simplesmente deixe este e-mail de lado.',

  'reminder.subject': 'Lembrete: seu convite para {group}',
  'reminder.title': 'Seu convite para {group} está à espera',
  'reminder.since': '{sender} convidou você em {day} para o Grupo {group} de {workspace}, {as}.',
  'reminder.until': 'Ele pode ser aceito até {day}.',
  'reminder.why':
    'O convite é para {email}. Nada acontece até você aceitar. Para recusar, abra o link e escolha Recusar, ou simplesmente deixe este e-mail de lado.',
  'reminder.stop': 'Não receber mais lembretes',

  'added.title': 'Agora você está em {group}',
  'added.by': '{sender} adicionou você ao Grupo {group} de {workspace}, {as}.',
  'added.open': 'Abrir {group}',
  'added.why': 'Você recebe este e-mail porque {email} tem uma conta em {workspace}.',
  'added.leave': 'Se não quiser estar neste Grupo, escreva para {sender}, que pode retirar você dele.',

  'codeMail.subject': 'Seu código para entrar no Rollcall',
  'codeMail.title': 'Seu código para entrar',
  'codeMail.type': 'Digite este código onde você o pediu:',
  'codeMail.once':
    'O código funciona uma vez, por dez minutos, no navegador que o pediu. Ninguém do Rollcall vai pedi-lo a você.',
  'codeMail.why':
    'Você recebe este e-mail porque alguém pediu para entrar como {email}. Se não foi você, deixe este e-mail de lado: sem o código ninguém entra.',

  'test.group': 'Biologia 101 (um exemplo)',
  'test.note': 'Este é um teste que você enviou a si mesmo: não convida ninguém.',

  'outbox.title': 'Caixa de saída',
  'outbox.noServer': 'O e-mail não está configurado',
  'outbox.waits':
    'Nenhum e-mail sai deste serviço. Ele espera aqui, como as pessoas o receberiam, até que SMTP_URL indique um servidor de e-mail.',
  'outbox.find': 'Procurar por endereço',
  'outbox.findNow': 'Procurar',
  'outbox.older': 'E-mails mais antigos',
  'outbox.noneSuch': 'Nenhum e-mail espera para um endereço assim.',
  'outbox.none': 'Nenhum e-mail espera. Convide alguém e ele aparece aqui.',
  'outbox.count': { one: '{count} e-mail', other: '{count} e-mails' },
  'outbox.countSuch': {
    one: '{count} e-mail para endereços com {search}',
    other: '{count} e-mails para endereços com {search}',
  },
  'outbox.over': 'Não é mais necessário',
  'outbox.all': 'Todos os e-mails',
  'outbox.to': 'Para {email} · {time}',
  'outbox.frame': 'O e-mail como {email} o receberia',
  'outbox.newTab': 'Os links dele abrem em uma nova aba.',
}
