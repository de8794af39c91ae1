export const outcome = {
  title: '处理',
}
