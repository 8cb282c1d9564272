export const account = {
  'alias.instead': 'القبول باسم {person} بدلًا منه',
  'alias.title': 'استخدام هذا العنوان',
  'alias.heading': 'القبول باسم {person}',
  'alias.what': 'هذه الدعوة موجّهة إلى {email}. تنضم إلى {place} باسم {person}؛ ومن دعاك يرى العنوانين.',
  'alias.proof': 'كي لا يستخدم أحد دعوة ليست له، نرسل أولًا رمزًا إلى {email}.',
  'alias.send': 'إرسال رمز إلى {email}',
  'alias.sent': 'أرسلنا ثمانية أرقام إلى {email}. تعمل لعشر دقائق، في هذا المتصفّح فقط.',
  'alias.accept': 'القبول باسم {person}',
  'alias.offDomain': 'للقبول، سجّل الدخول باسم {email}: تقبل {workspace} عناوين غير {person}.',
  'alias.back': 'العودة إلى الدعوة',
}
