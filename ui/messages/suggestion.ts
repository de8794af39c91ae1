export const suggestion = {
  title: '审查建议',
}
