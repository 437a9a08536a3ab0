import { View } from '@tarojs/components'
import { Answers } from '../../components/answers/answers'
import { TextField } from '../../components/text-field/text-field'
import { decidedByNames, notApplicableNames } from '../cycle/facts'
import type { OpeningWork } from './use-opening'

/** Name, document, deadlines, and how is scored. */
export function OpeningFields({ work: { opening, write, faults } }: { work: OpeningWork }) {
  return (
    <>
      <View className="card pane-fields">
        <TextField
          id="opening-title"
          label="考核名称"
          initial={opening.title}
          maximum={40}
          problem={faults.title}
          onInput={title => write({ title })}
        />
        <TextField
          id="opening-document"
          label="依据文号"
          initial={opening.documentNumber}
          placeholder={`县工〔${opening.year}〕11号`}
          maximum={60}
          problem={faults.documentNumber}
          onInput={documentNumber => write({ documentNumber })}
        />
        <View className="opening-moment">
          <TextField
            id="opening-self-day"
            label="自评报送截止"
            initial={opening.selfDay}
            placeholder="12月15日"
            maximum={20}
            problem={faults.self}
            onInput={selfDay => write({ selfDay })}
          />
          <TextField
            id="opening-self-clock"
            initial={opening.selfClock}
            maximum={5}
            onInput={selfClock => write({ selfClock })}
          />
        </View>
        <TextField
          id="opening-grace"
          label="宽限几小时"
          initial={opening.graceHours}
          kind="points"
          maximum={3}
          problem={faults.grace}
          onInput={graceHours => write({ graceHours })}
        />
        <View className="opening-moment">
          <TextField
            id="opening-review-day"
            label="评分截止"
            initial={opening.reviewDay}
            placeholder={`${opening.year + 1}年1月10日`}
            maximum={20}
            problem={faults.review}
            onInput={reviewDay => write({ reviewDay })}
          />
          <TextField
            id="opening-review-clock"
            initial={opening.reviewClock}
            maximum={5}
            onInput={reviewClock => write({ reviewClock })}
          />
        </View>
      </View>
      <View className="card pane-fields">
        <Answers
          name="截止以后"
          id="opening-lock"
          answers={[
            { key: 'open', text: '还能报送，记逾期报送' },
            { key: 'locked', text: '不能再报送' },
          ]}
          chosen={opening.lockAfterDeadline ? 'locked' : 'open'}
          onChoose={key => write({ lockAfterDeadline: key === 'locked' })}
        />
        <Answers
          name="部室评分每步"
          id="opening-step"
          answers={[
            { key: '50', text: '0.5 分' },
            { key: '10', text: '0.1 分' },
          ]}
          chosen={opening.departmentStep === 50 ? '50' : '10'}
          onChoose={key => write({ departmentStep: key === '50' ? 50 : 10 })}
        />
        <Answers
          name="不涉及"
          id="opening-not-applicable"
          answers={(['full', 'rescale', 'zero'] as const).map(key => ({ key, text: notApplicableNames[key] }))}
          chosen={opening.notApplicable}
          onChoose={notApplicable => write({ notApplicable })}
        />
        <Answers
          name="谁能定分"
          id="opening-decided-by"
          answers={(['department-head', 'any-reviewer'] as const).map(key => ({ key, text: decidedByNames[key] }))}
          chosen={opening.decidedBy}
          onChoose={decidedBy => write({ decidedBy })}
        />
      </View>
    </>
  )
}
