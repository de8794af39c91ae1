export const library = {
  title: '法规库',
}
