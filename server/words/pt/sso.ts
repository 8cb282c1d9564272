export const sso = {
  'sso.title': 'Entre pela sua escola',
  'sso.heading': '{workspace} identifica você',
  'sso.where': 'Endereços de {domain} entram em uma página própria, em {host}. Depois você volta para cá.',
  'sso.goOn': 'Continuar',
  'sso.code': 'Enviar um código em vez disso',
  'sso.other': 'Usar outro endereço',
  'sso.again': 'Começar de novo',
  'sso.down': 'A entrada da sua escola não responde',
  'sso.downWhy':
    'Não é possível chegar a {host} daqui neste momento. Não há nada de errado com a sua conta. Tente de novo em alguns minutos; se continuar assim, avise quem mantém {workspace}.',
  'sso.tooMany': 'Entradas demais a partir desta rede',
  'sso.gone': 'Esta entrada expirou',
  'sso.goneWhy': 'Ela esperou tempo demais, já tinha terminado ou começou em outro navegador. Ninguém entrou.',
  'sso.refused': 'A sua escola não identificou você',
  'sso.refusedWhy':
    '{host} disse não, ou algo que não vale. Comece de novo; se continuar assim, avise quem mantém {workspace}.',
  'sso.unverified': 'A sua escola não informou um endereço verificado',
  'sso.unverifiedWhy':
    '{host} conhece você, mas não deu nenhum endereço que tenha verificado. Ninguém entrou. Quem mantém {workspace} pode resolver isso.',
  'sso.otherDomain': 'Este é outro endereço',
  'sso.otherDomainWhy':
    'Em {host} você é {email}, e lá só entram endereços de {domains}. Saia de lá e use a conta da sua escola, ou entre aqui com um código.',
  'sso.only': 'A sua escola entra na própria página dela',
  'sso.onlyWhy':
    'Códigos não funcionam mais para os endereços dela. Digite o seu endereço mais uma vez e continue para essa página.',
  'sso.accept': 'Você entra como {email} na página da sua escola.',
}
