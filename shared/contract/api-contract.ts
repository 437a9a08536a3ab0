import type * as assessment from './assessment-contract'
import type * as complaint from './complaint-contract'
import type * as content from './content-contract'
import type * as cycle from './cycle-contract'
import type * as extension from './extension-contract'
import type * as identity from './identity-contract'
import type * as material from './material-contract'
import type * as meeting from './meeting-contract'
import type * as notice from './notice-contract'
import type * as office from './office-contract'
import type * as record from './record-contract'
import type * as review from './review-contract'
import type * as rubric from './rubric-contract'
import type * as scoreCheck from './score-check-contract'
import type * as target from './target-contract'
import type * as visit from './visit-contract'

/** Raised when a call or a reply changes so that an older client would misread it. */
export const contractVersion = 1
/** The oldest client still served; an older one is told 请更新 and keeps what it holds. */
export const oldestContractVersion = 1

type Nothing = Record<string, never>

/** Every request of the product: its name, what it takes, what it answers. The server's table has exactly these keys. */
export interface ApiContract {
  health: { input: Nothing; output: { healthy: true } }

  'identity.who-am-i': { input: Nothing; output: identity.WhoAmI }
  'sign-in.start': { input: Nothing; output: identity.StartedSignIn }
  'sign-in.confirm': { input: identity.ConfirmSignIn; output: identity.ConfirmedSignIn }
  'sign-in.take': { input: identity.TakeSignIn; output: identity.TakenSignIn }
  'sign-in.end': { input: Nothing; output: Nothing }
  'member.join': { input: identity.JoinCounty; output: identity.JoinedCounty }

  'rubric.list': { input: Nothing; output: cycle.RubricList }
  'rubric.read': { input: cycle.ReadRubric; output: cycle.RubricVersion }
  'rubric.versions': { input: Nothing; output: rubric.RubricVersions }
  'rubric.read-document': { input: rubric.ReadRubricDocument; output: rubric.UploadedRubrics }
  'rubric.uploads': { input: Nothing; output: rubric.UploadList }
  'rubric.upload': { input: rubric.OpenUpload; output: rubric.UploadedRubrics }
  'rubric.correct': { input: rubric.CorrectUpload; output: rubric.UploadedRubrics }
  'rubric.publish': { input: rubric.PublishRubric; output: rubric.UploadedRubrics }
  'rubric.compare': { input: rubric.CompareRubric; output: rubric.ComparedRubric }

  'assessment.open': { input: assessment.OneAssessment; output: assessment.Sheet }
  'assessment.last-year': { input: assessment.OneAssessment; output: assessment.LastYear }
  'assessment.save': { input: assessment.SaveAssessment; output: assessment.SavedAssessment }
  'assessment.send-to-chair': { input: assessment.HandIn; output: assessment.Sheet }
  'assessment.send-back': { input: assessment.SendBack; output: assessment.Sheet }
  'assessment.submit': { input: assessment.HandIn; output: assessment.Sheet }
  'assessment.withdraw': { input: assessment.OneAssessment; output: assessment.Sheet }
  'assessment.extend': { input: extension.ExtendDeadlines; output: extension.ExtendedDeadlines }
  'assessment.supplement': { input: assessment.AnswerSupplement; output: assessment.Sheet }

  'material.ticket': { input: material.TakeMaterialTickets; output: material.MaterialTickets }
  'material.register': { input: material.RegisterMaterial; output: material.ChangedMaterials }
  'material.describe': { input: material.DescribeMaterial; output: material.ChangedMaterials }
  'material.link': { input: material.LinkMaterials; output: material.ChangedMaterials }
  'material.unlink': { input: material.LinkMaterials; output: material.ChangedMaterials }
  'material.remove': { input: material.RemoveMaterial; output: material.ChangedMaterials }
  'material.view': { input: material.ViewMaterials; output: material.MaterialAddresses }

  'review.queue': { input: review.OpenQueue; output: review.ReviewQueue }
  'review.open': { input: review.OpenReview; output: review.Review }
  'review.by-item': { input: review.OpenByItem; output: review.ByItem }
  'review.draft': { input: review.KeepDrafts; output: review.KeptDrafts }
  'review.decide': { input: review.DecideReviews; output: review.DecidedReviews }
  'review.return': { input: review.ReturnItem; output: review.ReturnedItem }

  'score-check.confirm': { input: scoreCheck.ConfirmScores; output: assessment.Sheet }
  'score-check.take-back': { input: scoreCheck.ConfirmScores; output: assessment.Sheet }
  'score-check.doubt': { input: scoreCheck.RaiseScoreDoubt; output: assessment.Sheet }
  'score-check.withdraw-doubt': { input: scoreCheck.WithdrawScoreDoubt; output: assessment.Sheet }
  'score-check.answer': { input: scoreCheck.AnswerScoreDoubt; output: scoreCheck.AnsweredScoreDoubt }
  'score-check.list': { input: scoreCheck.ListScoreChecks; output: scoreCheck.ScoreCheckList }

  'visit-group.list': { input: visit.ListVisitGroups; output: visit.VisitGroupList }
  'visit-group.save': { input: visit.SaveVisitGroup; output: visit.VisitGroupView }
  'visit-group.remove': { input: visit.RemoveVisitGroup; output: Nothing }
  'visit.pack': { input: visit.MakeVisitPack; output: visit.MadeVisitPack }
  'visit.thumbnails': { input: visit.ViewVisitThumbnails; output: visit.VisitThumbnails }
  'visit.save': { input: visit.SaveVisit; output: visit.SavedVisit }
  'visit.ticket': { input: visit.TakeVisitTickets; output: material.MaterialTickets }
  'visit.add-picture': { input: visit.AddVisitPicture; output: Nothing }
  'visit.remove-picture': { input: visit.RemoveVisitPicture; output: Nothing }
  'visit.pictures': { input: visit.ViewVisitPictures; output: visit.VisitPictures }
  'visit.return': { input: visit.ReturnOnVisit; output: visit.ReturnedOnVisit }

  'office.overview': { input: office.OpenOverview; output: office.Overview }
  'complaint.send': { input: complaint.SendComplaint; output: complaint.ComplaintView }
  'complaint.own': { input: Nothing; output: complaint.OwnComplaints }
  'complaint.list': { input: Nothing; output: complaint.ComplaintList }
  'complaint.answer': { input: complaint.AnswerComplaint; output: complaint.KeptComplaint }
  'notice.list': { input: Nothing; output: notice.NoticeList }
  'notice.read': { input: notice.ReadNotices; output: Nothing }
  'consent.record': { input: notice.RecordConsent; output: notice.RecordedConsent }
  'notice.unreached': { input: notice.ListUnreached; output: notice.UnreachedList }
  'notice.phoned': { input: notice.NotePhoned; output: Nothing }
  'content.list': { input: content.ListContent; output: content.ContentList }
  'content.decide': { input: content.DecideContent; output: Nothing }
  'form.read': { input: office.ReadForm; output: office.Form }
  'document.make': { input: office.MakeDocument; output: office.MadeDocument }
  'paper.enter-self': { input: office.EnterSelfPaper; output: office.EnteredPaper }
  'paper.enter-review': { input: office.EnterReviewPaper; output: office.EnteredPaper }
  'paper.supplement': { input: assessment.AnswerSupplement; output: assessment.Sheet }

  'county.ticket': { input: target.TakeCountyTickets; output: material.MaterialTickets }
  'target.open': { input: target.OpenTargets; output: target.TargetTable }
  'target.save': { input: target.SaveTargets; output: target.SavedTargets }
  'target.preview': { input: target.PreviewTargets; output: target.TargetPreview }
  'target.import': { input: target.ImportTargets; output: target.ImportedTargets }

  'record.list': { input: record.ListRecords; output: record.RecordList }
  'record.measure': { input: record.OpenRecord; output: record.RecordOfMeasure }
  'record.of-unit': { input: record.OpenRecordOfUnit; output: record.RecordOfUnit }
  'record.save': { input: record.SaveRecords; output: record.SavedRecords }
  'record.correct': { input: record.CorrectRecord; output: record.RecordOfUnit }
  'record.others': { input: record.SetOthers; output: record.RecordOfMeasure }
  'record.preview': { input: record.PreviewRecords; output: record.RecordPreview }
  'record.import': { input: record.ImportRecords; output: record.SavedRecords }
  'record.raise-doubt': { input: record.RaiseDoubt; output: record.RaisedDoubt }
  'record.doubts': { input: record.ListDoubts; output: record.DoubtList }
  'record.answer-doubt': { input: record.AnswerDoubt; output: record.AnsweredDoubt }

  'meeting.list': { input: meeting.ListMeetings; output: meeting.MeetingList }
  'meeting.open': { input: meeting.OpenMeeting; output: meeting.OpenedMeeting }
  'meeting.save': { input: meeting.SaveMeeting; output: meeting.OpenedMeeting }
  'meeting.correct': { input: meeting.CorrectMeeting; output: meeting.OpenedMeeting }

  'county.found': { input: office.FoundCounty; output: Nothing }
  'roster.save': { input: office.SaveRoster; output: office.SavedRoster }
  'member.invite': { input: office.InviteMember; output: office.Invitation }
  'member.end-post': { input: office.EndPost; output: Nothing }
  'member.list': { input: office.ListMembers; output: office.MemberList }
  'cycle.open': { input: cycle.OpenCycle; output: cycle.OpenedCycle }
  'rehearsal.read': { input: Nothing; output: cycle.Rehearsal }
  'rehearsal.open': { input: Nothing; output: cycle.Rehearsal }
  'rehearsal.close': { input: Nothing; output: cycle.Rehearsal }
  'rehearsal.clear': { input: Nothing; output: cycle.Rehearsal }
  'rehearsal.join': { input: cycle.JoinRehearsal; output: Nothing }
  'rehearsal.leave': { input: Nothing; output: Nothing }
  'cycle.change-phase': { input: cycle.ChangePhase; output: { cycle: cycle.CycleView } }
}

export type RequestName = keyof ApiContract
export type RequestInput<Name extends RequestName> = ApiContract[Name]['input']
export type RequestOutput<Name extends RequestName> = ApiContract[Name]['output']
