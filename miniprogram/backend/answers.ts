import { storage } from '../platform/storage'
import { makeAnswers } from './make-answers'

/** This machine's answers; see `make-answers.ts`. */
export const answers = makeAnswers(storage)
