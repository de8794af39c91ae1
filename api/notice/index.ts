export { emailChannel, smsChannel } from './channels.ts'
export { deadlineReminderJob, peopleIn, peopleServing, remindDeadlines, waitsForMaker } from './remind-deadlines.ts'
export { noticeRoutes } from './routes.ts'
export { noticeConsumer } from './send-notices.ts'
