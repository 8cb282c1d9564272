export const sso = {
  'sso.title': 'Inicia sesión en tu centro',
  'sso.heading': '{workspace} inicia tu sesión',
  'sso.where': 'Las direcciones de {domain} inician sesión en una página propia, en {host}. Después vuelves aquí.',
  'sso.goOn': 'Continuar',
  'sso.code': 'Enviarme un código en su lugar',
  'sso.other': 'Usar otra dirección',
  'sso.again': 'Empezar de nuevo',
  'sso.down': 'El inicio de sesión de tu centro no responde',
  'sso.downWhy':
    'Ahora mismo no se puede llegar a {host} desde aquí. Tu cuenta está bien. Vuelve a intentarlo en unos minutos; si sigue igual, díselo a quienes llevan {workspace}.',
  'sso.tooMany': 'Demasiados inicios de sesión desde esta red',
  'sso.gone': 'Este inicio de sesión ha caducado',
  'sso.goneWhy': 'Esperó demasiado, ya había terminado o empezó en otro navegador. No se inició ninguna sesión.',
  'sso.refused': 'Tu centro no inició tu sesión',
  'sso.refusedWhy':
    '{host} dijo que no, o algo que no es válido. Empieza de nuevo; si sigue igual, díselo a quienes llevan {workspace}.',
  'sso.unverified': 'Tu centro no indicó una dirección verificada',
  'sso.unverifiedWhy':
    '{host} te conoce, pero no dio ninguna dirección que haya verificado. No se inició ninguna sesión. Quienes llevan {workspace} pueden arreglarlo.',
  'sso.otherDomain': 'Esta es otra dirección',
  'sso.otherDomainWhy':
    'En {host} eres {email}, y allí solo inician sesión direcciones de {domains}. Cierra la sesión allí y usa la cuenta de tu centro, o inicia sesión aquí con un código.',
  'sso.only': 'Tu centro inicia sesión en su propia página',
  'sso.onlyWhy':
    'Los códigos ya no sirven para sus direcciones. Escribe tu dirección una vez más y continúa a esa página.',
  'sso.accept': 'Inicias sesión como {email} en la página de tu centro.',
}
