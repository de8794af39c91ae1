export const filing = {
  title: '报备',
}
