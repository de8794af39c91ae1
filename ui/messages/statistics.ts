export const statistics = {
  title: '统计',
}
