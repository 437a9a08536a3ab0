import type * as assessment from './assessment-contract'
import type * as cycle from './cycle-contract'
import type * as identity from './identity-contract'
import type * as material from './material-contract'
import type * as office from './office-contract'
import type * as review from './review-contract'

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

  'assessment.open': { input: assessment.OneAssessment; output: assessment.Sheet }
  'assessment.save': { input: assessment.SaveAssessment; output: assessment.SavedAssessment }
  'assessment.send-to-chair': { input: assessment.OneAssessment; output: assessment.Sheet }
  'assessment.send-back': { input: assessment.SendBack; output: assessment.Sheet }
  'assessment.submit': { input: assessment.OneAssessment; output: assessment.Sheet }
  'assessment.withdraw': { input: assessment.OneAssessment; output: assessment.Sheet }
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

  'office.overview': { input: office.OpenOverview; output: office.Overview }
  'form.read': { input: office.ReadForm; output: office.Form }
  'document.make': { input: office.MakeDocument; output: office.MadeDocument }
  'paper.enter-self': { input: office.EnterSelfPaper; output: office.EnteredPaper }
  'paper.enter-review': { input: office.EnterReviewPaper; output: office.EnteredPaper }

  'county.found': { input: office.FoundCounty; output: Nothing }
  'roster.save': { input: office.SaveRoster; output: office.SavedRoster }
  'member.invite': { input: office.InviteMember; output: office.Invitation }
  'member.end-post': { input: office.EndPost; output: Nothing }
  'member.list': { input: office.ListMembers; output: office.MemberList }
  'cycle.open': { input: cycle.OpenCycle; output: cycle.OpenedCycle }
  'cycle.change-phase': { input: cycle.ChangePhase; output: { cycle: cycle.CycleView } }
}

export type RequestName = keyof ApiContract
export type RequestInput<Name extends RequestName> = ApiContract[Name]['input']
export type RequestOutput<Name extends RequestName> = ApiContract[Name]['output']
