import { allow, allowEverybody } from './permission'
import { theOffice } from './roles'

/** The annexes are public; bringing in next year's is the office's. */
export const rubricPermissions = {
  'rubric.list': allowEverybody,
  'rubric.read': allowEverybody,

  'rubric.versions': allow(theOffice),
  'rubric.read-document': allow(theOffice),
  'rubric.uploads': allow(theOffice),
  'rubric.upload': allow(theOffice),
  'rubric.correct': allow(theOffice),
  'rubric.publish': allow(theOffice),
  'rubric.compare': allow(theOffice),
}
