import type { RequestTable } from '../request-pipeline/serve'
import { answerSupplement } from './assessment/answer-supplement'
import { extendDeadlines } from './assessment/extend-deadlines'
import { openAssessment } from './assessment/open-assessment'
import { openLastYear } from './assessment/open-last-year'
import { saveAssessment } from './assessment/save-assessment'
import { sendBack } from './assessment/send-back'
import { sendToChair } from './assessment/send-to-chair'
import { submitAssessment } from './assessment/submit-assessment'
import { withdrawAssessment } from './assessment/withdraw-assessment'
import { answerComplaint } from './complaint/answer-complaint'
import { listComplaints } from './complaint/list-complaints'
import { ownComplaints } from './complaint/own-complaints'
import { sendComplaint } from './complaint/send-complaint'
import { decideContent } from './content/decide-content'
import { listContent } from './content/list-content'
import { foundCounty } from './county/found-county'
import { saveRoster } from './county/save-roster'
import { takeCountyTickets } from './county/take-county-tickets'
import { changePhase } from './cycle/change-phase'
import { openCycle } from './cycle/open-cycle'
import { makeDocument } from './document/make-document'
import { readForm } from './document/read-form'
import { health } from './health'
import { whoAmI } from './identity/who-am-i'
import { describeMaterial } from './material/describe-material'
import { linkMaterials, unlinkMaterials } from './material/link-materials'
import { registerMaterial } from './material/register-material'
import { removeMaterial } from './material/remove-material'
import { takeMaterialTickets } from './material/take-material-tickets'
import { viewMaterials } from './material/view-materials'
import { correctMeeting } from './meeting/correct-meeting'
import { listMeetings } from './meeting/list-meetings'
import { openMeeting } from './meeting/open-meeting'
import { saveMeeting } from './meeting/save-meeting'
import { endPost } from './member/end-post'
import { inviteMember } from './member/invite-member'
import { joinCounty } from './member/join-county'
import { listMembers } from './member/list-members'
import { listNotices } from './notice/list-notices'
import { listUnreached } from './notice/list-unreached'
import { notePhoned } from './notice/note-phoned'
import { readNotices } from './notice/read-notices'
import { recordConsent } from './notice/record-consent'
import { openOverview } from './office/open-overview'
import { enterReviewPaper } from './paper/enter-review-paper'
import { enterSelfPaper } from './paper/enter-self-paper'
import { noteSupplement } from './paper/note-supplement'
import { answerDoubt } from './records/answer-doubt'
import { correctRecord } from './records/correct-record'
import { importRecords } from './records/import-records'
import { listDoubts } from './records/list-doubts'
import { listRecords } from './records/list-records'
import { openRecord } from './records/open-record'
import { openRecordOfUnit } from './records/open-record-of-unit'
import { previewRecords } from './records/preview-records'
import { raiseDoubt } from './records/raise-doubt'
import { saveRecords } from './records/save-records'
import { setOthers } from './records/set-others'
import { joinRehearsal } from './rehearsal/join-rehearsal'
import { leaveRehearsal } from './rehearsal/leave-rehearsal'
import { clearRehearsal, closeRehearsal, openRehearsal, readRehearsal } from './rehearsal/rehearsal-of-office'
import { decideReviews } from './review/decide-reviews'
import { keepReviewDrafts } from './review/keep-drafts'
import { openReview } from './review/open-review'
import { returnItem } from './review/return-item'
import { reviewByItem } from './review/review-by-item'
import { reviewQueue } from './review/review-queue'
import { compareRubric } from './rubric/compare-rubric'
import { correctUpload } from './rubric/correct-upload'
import { listRubrics } from './rubric/list-rubrics'
import { listVersions } from './rubric/list-versions'
import { publishRubric } from './rubric/publish-rubric'
import { readDocument } from './rubric/read-document'
import { readRubric } from './rubric/read-rubric'
import { listUploads, openUpload } from './rubric/uploads'
import { answerScoreDoubt } from './score-check/answer-doubt'
import { confirmScores, takeBackConfirmation } from './score-check/confirm-scores'
import { doubtScore, withdrawDoubt } from './score-check/doubt-score'
import { listScoreChecks } from './score-check/list-score-checks'
import { confirmSignIn } from './sign-in/confirm-sign-in'
import { endSignIn } from './sign-in/end-sign-in'
import { startSignIn } from './sign-in/start-sign-in'
import { takeSignIn } from './sign-in/take-sign-in'
import { importTargets } from './targets/import-targets'
import { openTargets } from './targets/open-targets'
import { previewTargets } from './targets/preview-targets'
import { saveTargets } from './targets/save-targets'
import { addVisitPicture } from './visit/add-visit-picture'
import { listVisitGroups } from './visit/list-visit-groups'
import { makeVisitPack } from './visit/make-visit-pack'
import { removeVisitGroup } from './visit/remove-visit-group'
import { removeVisitPicture } from './visit/remove-visit-picture'
import { returnOnVisit } from './visit/return-on-visit'
import { saveVisit } from './visit/save-visit'
import { saveVisitGroup } from './visit/save-visit-group'
import { takeVisitTickets } from './visit/take-visit-tickets'
import { viewVisitPictures } from './visit/view-visit-pictures'
import { viewVisitThumbnails } from './visit/view-visit-thumbnails'

/** Every request of the product, one line each. A name of the contract without its line does not compile. */
export const requestTable: RequestTable = {
  health,
  'rubric.list': listRubrics,
  'rubric.read': readRubric,
  'rubric.versions': listVersions,
  'rubric.read-document': readDocument,
  'rubric.uploads': listUploads,
  'rubric.upload': openUpload,
  'rubric.correct': correctUpload,
  'rubric.publish': publishRubric,
  'rubric.compare': compareRubric,

  'identity.who-am-i': whoAmI,
  'sign-in.start': startSignIn,
  'sign-in.confirm': confirmSignIn,
  'sign-in.take': takeSignIn,
  'sign-in.end': endSignIn,

  'county.found': foundCounty,
  'roster.save': saveRoster,
  'member.invite': inviteMember,
  'member.join': joinCounty,
  'member.end-post': endPost,
  'member.list': listMembers,
  'cycle.open': openCycle,
  'cycle.change-phase': changePhase,
  'rehearsal.read': readRehearsal,
  'rehearsal.open': openRehearsal,
  'rehearsal.close': closeRehearsal,
  'rehearsal.clear': clearRehearsal,
  'rehearsal.join': joinRehearsal,
  'rehearsal.leave': leaveRehearsal,

  'assessment.open': openAssessment,
  'assessment.last-year': openLastYear,
  'assessment.save': saveAssessment,
  'assessment.send-to-chair': sendToChair,
  'assessment.send-back': sendBack,
  'assessment.submit': submitAssessment,
  'assessment.withdraw': withdrawAssessment,
  'assessment.supplement': answerSupplement,
  'assessment.extend': extendDeadlines,

  'material.ticket': takeMaterialTickets,
  'material.register': registerMaterial,
  'material.describe': describeMaterial,
  'material.link': linkMaterials,
  'material.unlink': unlinkMaterials,
  'material.remove': removeMaterial,
  'material.view': viewMaterials,

  'review.queue': reviewQueue,
  'review.open': openReview,
  'review.by-item': reviewByItem,
  'review.draft': keepReviewDrafts,
  'review.decide': decideReviews,
  'review.return': returnItem,

  'score-check.confirm': confirmScores,
  'score-check.take-back': takeBackConfirmation,
  'score-check.doubt': doubtScore,
  'score-check.withdraw-doubt': withdrawDoubt,
  'score-check.answer': answerScoreDoubt,
  'score-check.list': listScoreChecks,

  'complaint.send': sendComplaint,
  'complaint.own': ownComplaints,
  'complaint.list': listComplaints,
  'complaint.answer': answerComplaint,
  'notice.list': listNotices,
  'notice.read': readNotices,
  'consent.record': recordConsent,
  'notice.unreached': listUnreached,
  'notice.phoned': notePhoned,
  'content.list': listContent,
  'content.decide': decideContent,
  'visit-group.list': listVisitGroups,
  'visit-group.save': saveVisitGroup,
  'visit-group.remove': removeVisitGroup,
  'visit.pack': makeVisitPack,
  'visit.thumbnails': viewVisitThumbnails,
  'visit.save': saveVisit,
  'visit.return': returnOnVisit,
  'visit.ticket': takeVisitTickets,
  'visit.add-picture': addVisitPicture,
  'visit.remove-picture': removeVisitPicture,
  'visit.pictures': viewVisitPictures,

  'office.overview': openOverview,
  'paper.enter-self': enterSelfPaper,
  'paper.enter-review': enterReviewPaper,
  'paper.supplement': noteSupplement,
  'form.read': readForm,
  'document.make': makeDocument,

  'target.open': openTargets,
  'target.save': saveTargets,
  'target.preview': previewTargets,
  'target.import': importTargets,

  'county.ticket': takeCountyTickets,
  'record.list': listRecords,
  'record.measure': openRecord,
  'record.of-unit': openRecordOfUnit,
  'record.save': saveRecords,
  'record.correct': correctRecord,
  'record.others': setOthers,
  'record.preview': previewRecords,
  'record.import': importRecords,
  'record.raise-doubt': raiseDoubt,
  'record.doubts': listDoubts,
  'record.answer-doubt': answerDoubt,
  'meeting.list': listMeetings,
  'meeting.open': openMeeting,
  'meeting.save': saveMeeting,
  'meeting.correct': correctMeeting,
}
