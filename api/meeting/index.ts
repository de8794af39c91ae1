export { meetingPolicy } from './policy.ts'
export { meetingRoutes } from './routes.ts'
export { meetingRecordRoutes } from './record-routes.ts'
export { withdrawFromMeetings } from './withdraw-project.ts'
