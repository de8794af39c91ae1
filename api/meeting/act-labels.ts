/** What happened to a meeting, in the words of its history. */
export const actLabels: Readonly<Record<string, string>> = {
  plan: '安排会议', edit: '修改会议基本情况', notify: '发会议通知', move: '改期', cancel: '取消会议', open: '宣布开会', close: '宣布闭会', attendance: '登记出席', removeAttendee: '移出名单',
  addItem: '列入议题', editItem: '修改议题', orderAgenda: '调整议程顺序', withdrawItem: '撤下议题', projectWithdrawn: '项目不再审议，议题撤下', decide: '登记议题结果', addFile: '编入会议文件', deliverFiles: '登记送达', draftPaper: '拟稿',
  'vote.prepare': '准备表决', 'vote.open': '开始表决', 'vote.close': '结束表决', 'vote.announce': '宣布表决结果', 'vote.drop': '不再表决', 'vote.writeIn': '修正案写进表决稿', 'vote.correct': '更正计票',
}
