export const queue = {
  title: '审查队列',
}
