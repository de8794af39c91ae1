export { meetingRoutes } from './routes.ts'
export { meetingRecordRoutes } from './record-routes.ts'
export { materialsReminderJob } from './remind-materials.ts'
export { holdMeetings, leaveMeetings } from './withdraw-project.ts'
