export const signIn = {
  'menu.language': 'Idioma',
  or: 'ou',
  'wait.again': 'Espere {minutes} e tente de novo.',
  'wait.newCode': 'Espere {minutes} e peça um novo.',

  'address.label': 'Endereço de e-mail',
  'address.send': 'Enviar um código',
  'address.demo': 'Continuar como {name} (demonstração)',
  'address.wrong': 'Isto não parece um endereço',
  'address.example': 'Um endereço é como nome@escola.edu.',
  'address.tooMany': 'Foram pedidos códigos demais',

  'signIn.title': 'Entrar',
  'signIn.connecting': 'Primeiro entre; depois você pode conectar a extensão.',
  'signIn.type': 'Digite o seu endereço e enviamos um código para ele. Não há senha.',
  'signIn.noMail': 'Recebeu um convite e o e-mail não chega? {link}',

  'code.title': 'Digite o código',
  'code.sent': 'Enviamos oito algarismos para {email}. Eles valem por dez minutos, só neste navegador.',
  'code.label': 'Código',
  'code.digits': 'Os oito algarismos do e-mail',
  'code.kept': 'O e-mail não está configurado neste computador',
  'code.keptWhere': 'O código espera na {link}, que abre em uma nova aba.',
  'code.outbox': 'caixa de saída',
  'code.noMail': 'Nenhum e-mail depois de um minuto? Olhe no spam, ou {link}.',
  'code.askNew': 'peça um novo código',
  'code.gone': 'Pedir um novo código',
  'code.goneWhy':
    'Este não pode mais ser usado: já foi usado, tem mais de dez minutos, foi tentado cinco vezes ou foi pedido em outro navegador.',
  'code.wrong': 'Este não é o código',
  'code.left': {
    one: 'Compare-o com o e-mail mais recente. Resta {count} tentativa; depois será preciso um novo código.',
    other: 'Compare-o com o e-mail mais recente. Restam {count} tentativas; depois será preciso um novo código.',
  },
  'code.tooMany': 'Foram tentados códigos demais a partir desta rede',

  'connect.title': 'Conectar a extensão',
  'connect.heading': 'Conectar a extensão Rollcall a {email}',
  'connect.ownBuild': 'É uma versão própria, com o identificador {extension}. Conecte-a só se souber de onde ela vem.',
  'connect.may': 'Ela poderá fazer em seu nome o que você pode fazer aqui:',
  'connect.see': 'ver os seus Grupos e, onde a sua função mostra, quem participa deles',
  'connect.invite': 'convidar pessoas e criar links de compartilhamento nos Grupos que são seus',
  'connect.until': 'Sair na extensão a desconecta.',
  'connect.yes': 'Conectar',
  'connect.no': 'Agora não',
  'connect.refused': 'A extensão não pode ser conectada',
  'connect.refusedWhy':
    'Ela pediu de um modo que este serviço não permite. Pode ser uma versão que o serviço não conhece, ou que não corresponde à dele.',
  'connect.refusedNow':
    'Atualize a extensão. Se for uma versão própria, quem mantém este serviço pode acrescentar o identificador dela a EXTENSIONS.',
  'connect.refusedCode': 'O que o serviço diz: {code}',
  'connect.done': 'A extensão está conectada',
  'connect.goBack': 'Volte a ela: ela continua sozinha. Você pode fechar esta página.',
  'connect.not': 'Nada foi conectado',
  'connect.close': 'Você pode fechar esta página.',

  'device.type': 'Digite as oito letras que a extensão mostra.',
  'device.goOn': 'Continuar',
  'device.wrong': 'Compare-o com o que a extensão mostra. Ele vale por dez minutos, uma vez.',
  'device.same': 'É este o código que a extensão mostra?',
  'device.onlyIf':
    'Continue só se vir as mesmas letras no seu próprio navegador. Quem tiver mandado você aqui com um código entraria nos seus Grupos.',
  'device.yes': 'São as mesmas',
  'device.no': 'Não conectar',

  'begin.title': 'Criar um Espaço de trabalho',
  'begin.what':
    'Um Espaço de trabalho reúne as pessoas e os Grupos de uma escola ou departamento. Quem o cria é o Proprietário dele.',
  'begin.name': 'Nome do Espaço de trabalho',
  'begin.nameWrong': 'Este não pode ser o nome',
  'begin.nameRule': 'Um nome tem de 1 a 80 caracteres em uma só linha, e nenhum endereço da web.',
  'begin.yours': 'Seu endereço de e-mail',
  'begin.as': 'Você entrou como {email} e será o Proprietário dele.',
  'begin.make': 'Criar o Espaço de trabalho',
  'begin.makeNamed': 'Criar {workspace}',
  'begin.used': 'Este link já foi usado',
  'begin.usedWhy': 'Ele criou um Espaço de trabalho e funciona uma vez. Se foi você, entre com o seu endereço.',
  'begin.expired': 'Este link é antigo demais',
  'begin.elsewhere': 'Este link está em uso em outro navegador',
  'begin.elsewhereWhy':
    'Continue no navegador em que um nome foi digitado primeiro. Se não foi você, outra pessoa viu o link: avise quem mantém este serviço.',
  'begin.unknown': 'Este link não cria nenhum Espaço de trabalho',
  'begin.unknownWhy': 'Ele pode ter sido cortado ao ser copiado.',
  'begin.another':
    'Para um novo link, inicie o serviço de novo enquanto ele não tiver nenhum Espaço de trabalho, ou execute npm run service -- new-workspace onde ele está instalado.',

  'notFound.title': 'Não há nada aqui',
  'notFound.why':
    'O endereço pode ter sido cortado ao ser copiado, ou aquilo a que levava não existe mais. Abra de novo o link do seu e-mail, ou pergunte a quem o deu a você.',
  'notFound.now': '{groups}, ou {again}.',
  'notFound.again': 'receber de novo o seu convite',
  'wrong.title': 'Isto não funcionou',
  'wrong.why':
    'O serviço não conseguiu terminar o que você pediu. Nada disso foi guardado. Tente de novo em um momento; se continuar assim, avise quem mantém este serviço.',
  'notFromHere.title': 'Nada foi feito',
  'notFromHere.why':
    'Isto veio de uma página de outro site, ou o seu navegador não disse de onde veio. Volte, recarregue a página e pressione o botão de novo.',
  'flow.title': 'Esta entrada expirou',
  'flow.why': 'Ela esperou tempo demais, ou já tinha terminado. Feche esta janela e comece de novo pela extensão.',
  'busy.title': 'O serviço está ocupado',
  'busy.why': 'Ele não conseguiu atender ao que você pediu, e nada disso foi feito. Recarregue a página em um momento.',
  'tooLarge.title': 'Era mais do que cabe',
  'tooLarge.why': 'O que foi enviado é mais longo do que este formulário aceita. Volte e envie menos.',
  'notBuilt.title': 'O aplicativo web ainda não foi construído',
  'notBuilt.why':
    'Execute {command} onde o serviço está instalado e inicie-o de novo. Convites, entrada e a extensão funcionam sem ele.',
}
