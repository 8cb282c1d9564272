export const signIn = {
  'menu.language': 'Idioma',
  or: 'o',
  'wait.again': 'Espera {minutes} y vuelve a intentarlo.',
  'wait.newCode': 'Espera {minutes} y pide uno nuevo.',

  'address.label': 'Dirección de correo',
  'address.send': 'Enviarme un código',
  'address.demo': 'Continuar como {name} (demostración)',
  'address.wrong': 'Esto no parece una dirección',
  'address.example': 'Una dirección es como nombre@escuela.edu.',
  'address.tooMany': 'Se han pedido demasiados códigos',

  'signIn.title': 'Iniciar sesión',
  'signIn.connecting': 'Primero inicia sesión; después podrás conectar la extensión.',
  'signIn.type': 'Escribe tu dirección y te enviamos un código. No hay contraseña.',
  'signIn.noMail': '¿Tienes una invitación y no llega el correo? {link}',

  'code.title': 'Escribe el código',
  'code.sent': 'Enviamos ocho cifras a {email}. Sirven durante diez minutos, solo en este navegador.',
  'code.label': 'Código',
  'code.digits': 'Las ocho cifras del correo',
  'code.kept': 'El correo no está configurado en este ordenador',
  'code.keptWhere': 'El código espera en la {link}, que se abre en una pestaña nueva.',
  'code.outbox': 'bandeja de salida',
  'code.noMail': '¿No hay correo tras un minuto? Mira en el correo no deseado, o {link}.',
  'code.askNew': 'pide un código nuevo',
  'code.gone': 'Pedir un código nuevo',
  'code.goneWhy':
    'Este ya no se puede usar: ya se usó, tiene más de diez minutos, se probó cinco veces o se pidió en otro navegador.',
  'code.wrong': 'Este no es el código',
  'code.left': {
    one: 'Compáralo con el último correo. Queda un intento; después hará falta un código nuevo.',
    other: 'Compáralo con el último correo. Quedan {count} intentos; después hará falta un código nuevo.',
  },
  'code.tooMany': 'Se han probado demasiados códigos desde esta red',

  'connect.title': 'Conectar la extensión',
  'connect.heading': 'Conectar la extensión Rollcall con {email}',
  'connect.ownBuild':
    'Es una versión propia, con el identificador {extension}. Conéctala solo si sabes de dónde viene.',
  'connect.may': 'Podrá hacer en tu nombre lo que tú puedes hacer aquí:',
  'connect.see': 'ver tus Grupos y, donde tu rol lo muestre, quién está en ellos',
  'connect.invite': 'invitar a personas y crear enlaces para compartir en los Grupos que son tuyos',
  'connect.until': 'Al cerrar sesión en la extensión se desconecta.',
  'connect.yes': 'Conectar',
  'connect.no': 'Ahora no',
  'connect.refused': 'La extensión no se puede conectar',
  'connect.refusedWhy':
    'Lo pidió de una manera que este servicio no permite. Puede ser una versión que el servicio no conoce, o que no corresponde a la suya.',
  'connect.refusedNow':
    'Actualiza la extensión. Si es una versión propia, quienes llevan este servicio pueden añadir su identificador a EXTENSIONS.',
  'connect.refusedCode': 'Lo que dice el servicio: {code}',
  'connect.done': 'La extensión está conectada',
  'connect.goBack': 'Vuelve a ella: sigue por sí sola. Puedes cerrar esta página.',
  'connect.not': 'No se conectó nada',
  'connect.close': 'Puedes cerrar esta página.',

  'device.type': 'Escribe las ocho letras que muestra la extensión.',
  'device.goOn': 'Continuar',
  'device.wrong': 'Compáralo con lo que muestra la extensión. Sirve durante diez minutos, una vez.',
  'device.same': '¿Es este el código que muestra la extensión?',
  'device.onlyIf':
    'Continúa solo si ves las mismas letras en tu propio navegador. Quien te haya mandado aquí con un código entraría en tus Grupos.',
  'device.yes': 'Son las mismas',
  'device.no': 'No conectar',

  'begin.title': 'Crear un Espacio de trabajo',
  'begin.what':
    'Un Espacio de trabajo reúne a las personas y los Grupos de un centro o departamento. Quien lo crea es su Propietario.',
  'begin.name': 'Nombre del Espacio de trabajo',
  'begin.nameWrong': 'Este no puede ser el nombre',
  'begin.nameRule': 'Un nombre tiene de 1 a 80 caracteres en una sola línea, y ninguna dirección web.',
  'begin.yours': 'Tu dirección de correo',
  'begin.as': 'Has iniciado sesión como {email} y serás su Propietario.',
  'begin.make': 'Crear el Espacio de trabajo',
  'begin.makeNamed': 'Crear {workspace}',
  'begin.used': 'Este enlace ya se usó',
  'begin.usedWhy': 'Creó un Espacio de trabajo y sirve una vez. Si fuiste tú, inicia sesión con tu dirección.',
  'begin.expired': 'Este enlace es demasiado antiguo',
  'begin.elsewhere': 'Este enlace se está usando en otro navegador',
  'begin.elsewhereWhy':
    'Continúa en el navegador en el que se escribió primero un nombre. Si no fuiste tú, otra persona ha visto el enlace: díselo a quienes llevan este servicio.',
  'begin.unknown': 'Este enlace no crea ningún Espacio de trabajo',
  'begin.unknownWhy': 'Puede que se cortara al copiarlo.',
  'begin.another':
    'Para tener un enlace nuevo, vuelve a iniciar el servicio mientras no tenga ningún Espacio de trabajo, o ejecuta npm run service -- new-workspace donde esté instalado.',

  'notFound.title': 'Aquí no hay nada',
  'notFound.why':
    'Puede que la dirección se cortara al copiarla, o que aquello a lo que llevaba ya no exista. Abre otra vez el enlace de tu correo, o pregunta a quien te lo dio.',
  'notFound.now': '{groups}, o {again}.',
  'notFound.again': 'recibir otra vez tu invitación',
  'wrong.title': 'Esto no ha funcionado',
  'wrong.why':
    'El servicio no pudo terminar lo que pediste. No se guardó nada de ello. Vuelve a intentarlo en un momento; si sigue igual, díselo a quienes llevan este servicio.',
  'notFromHere.title': 'No se hizo nada',
  'notFromHere.why':
    'Esto venía de una página de otro sitio, o tu navegador no dijo de dónde venía. Vuelve atrás, recarga la página y pulsa otra vez el botón.',
  'flow.title': 'Este inicio de sesión ha caducado',
  'flow.why': 'Esperó demasiado, o ya había terminado. Cierra esta ventana y empieza otra vez desde la extensión.',
  'busy.title': 'El servicio está ocupado',
  'busy.why': 'No pudo atender lo que pediste, y no se hizo nada de ello. Recarga la página en un momento.',
  'tooLarge.title': 'Era más de lo que cabe',
  'tooLarge.why': 'Lo que se envió es más largo de lo que admite este formulario. Vuelve atrás y envía menos.',
  'notBuilt.title': 'La aplicación web aún no está preparada',
  'notBuilt.why':
    'Ejecuta {command} donde esté instalado el servicio y vuelve a iniciarlo. Las invitaciones, el inicio de sesión y la extensión funcionan sin ella.',
}
