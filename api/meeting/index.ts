export { meetingRoutes } from './routes.ts'
export { meetingRecordRoutes } from './record-routes.ts'
export { materialsReminderJob } from './remind-materials.ts'
export { withdrawFromMeetings } from './withdraw-project.ts'
