import { askAgain, checkContent } from './check-content'
import { checkWords } from './check-words'
import { clearRehearsal } from './clear-rehearsal'
import { continueJobs } from './continue-jobs'
import { passPhases } from './pass-phase'
import { purgePersonal } from './purge-personal'
import { remind } from './remind'
import { sendNotices } from './send-notices'
import type { Step } from './step'
import { sweepUploads } from './sweep-uploads'
import { tellAnswers } from './tell-answers'
import { tellOffice } from './tell-office'
import { tellSheets } from './tell-sheets'
import { tellYear } from './tell-year'

/**
 * Everything that the clock does: one group after the other, the steps of a group side by side, for none waits for what
 * another of its group does. What is planned goes out in the same run, and WeChat is asked about words before they do.
 */
export const steps: readonly (readonly Step[])[] = [
  [passPhases, tellYear, tellSheets, tellAnswers, remind, tellOffice, checkContent, checkWords],
  [sendNotices],
  [continueJobs, sweepUploads, purgePersonal, askAgain],
  // After the checks: of a sheet that goes, none is kept any more.
  [clearRehearsal],
]
