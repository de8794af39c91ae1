import { applyLargeType } from './large-type.ts'
import './components/all.ts'
import './app-shell.ts'

applyLargeType()
