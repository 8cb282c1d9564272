export const account = {
  'alias.instead': '改以 {person} 接受',
  'alias.title': '使用此地址',
  'alias.heading': '以 {person} 接受',
  'alias.what': '此邀请是发给 {email} 的。您将以 {person} 加入 {place}；邀请您的人会看到这两个地址。',
  'alias.proof': '为避免有人冒用他人的邀请，我们会先向 {email} 发送验证码。',
  'alias.send': '向 {email} 发送验证码',
  'alias.sent': '我们已向 {email} 发送八位数字。十分钟内有效，且仅限此浏览器。',
  'alias.accept': '以 {person} 接受',
  'alias.offDomain': '如要接受，请以 {email} 登录：{workspace} 不允许 {person} 这样的地址加入。',
  'alias.back': '返回邀请',
}
