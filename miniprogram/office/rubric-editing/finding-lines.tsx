import { View } from '@tarojs/components'
import type { UploadedAnnex } from '#shared/contract/rubric-contract'
import type { ImportFinding } from '#shared/rubric-import/rubric-document'
import { mayStay } from './places-of-findings'

interface FindingLinesProps {
  annex: UploadedAnnex
  findings: readonly ImportFinding[]
  /** Leads to what the finding speaks of, unless that is the whole annex; left out where one is there. */
  onGo?: (finding: ImportFinding) => void
  onSeen: (finding: ImportFinding) => void
}

/** Findings as sentences, each with where it is in the document and, where it may stay, a way to say so. */
export function FindingLines({ annex, findings, onGo, onSeen }: FindingLinesProps) {
  return (
    <View>
      {findings.map(finding => (
        <View key={`${finding.path.join('/')} ${finding.message}`} className="finding">
          <View
            className={onGo && finding.path.length > 0 ? 'finding-words pressable' : 'finding-words'}
            onClick={onGo && finding.path.length > 0 ? () => onGo(finding) : undefined}
          >
            <View>{finding.message}</View>
            {finding.documentPlace ? <View className="note soft">原件{finding.documentPlace}</View> : null}
          </View>
          {mayStay(finding, annex) ? (
            <View className="link quiet finding-seen" onClick={() => onSeen(finding)}>
              {finding.weight === 'must' ? '就按这个' : '看过了'}
            </View>
          ) : null}
        </View>
      ))}
    </View>
  )
}
