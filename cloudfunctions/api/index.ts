import { serve } from '../request-pipeline/serve'
import { requestTable } from '../requests/request-table'

/** The function that clients call: from the mini-program, and over HTTP at `/api`. */
export const main = serve(requestTable)
