export const review = {
  title: '审查',
}
