export const receipt = {
  title: '接收登记',
}
