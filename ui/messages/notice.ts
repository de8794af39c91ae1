export const notice = {
  title: '消息',
}
