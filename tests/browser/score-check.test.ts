import { storedDecision } from '../support/county/decisions'
import { scoredSheet } from '../support/county/score-check'
import { goTo, type H5, look, seen, startH5 } from './h5'
import { namePeople } from './people'

/* 得分核对 in a browser: the chair on a phone, the department and the office on a PC. Steps of one story. */

jest.setTimeout(90_000)

const unitId = 'township-a'
let h5: H5
beforeAll(async () => {
  h5 = await startH5()
  await namePeople(h5.county)
  const less = (score: number, phrase: string, points: number) => storedDecision(score, [{ phrase, points }])
  await h5.county.arrange(
    unitId,
    scoredSheet({
      'a1-01': { reviews: { 'general-office': less(250, '第三季度计划没有报送', 50) } },
      'a1-05': { reviews: { organization: less(450, '三会一课记录缺一次', 50) } },
    }),
  )
  await h5.county.arrange('township-b', { ...scoredSheet(), stage: 'checked' })
  await h5.county.arrangeCycle({ phase: 'score-check', untold: [] })
})
afterAll(() => h5.close())

const answerDialog = (page: Awaited<ReturnType<H5['at']>>) =>
  seen(page, '.taro-modal__confirm, .taro-model__confirm').click()

it('the chair sees every score, and asks for one again; without signal nothing typed is lost', async () => {
  const page = await h5.at('chair-township-a', 'phone')
  await seen(page, '#unit-card').getByText('得分出来了，请核对').waitFor()
  await look(page, 'phone/home-scores')
  await seen(page, '#next-step').getByText('核对得分').click()
  await seen(page, '#score-total').getByText('99').waitFor()
  await look(page, 'phone/score-check')
  await seen(page, '#score-check').locator('#item-5').click()
  await seen(page, '#item-released').getByText('三会一课记录缺一次').waitFor()
  await seen(page, '#ask-again').click()
  await seen(page, '#ask-again-send').click()
  await page.getByText('请写一句为什么').waitFor()
  await seen(page, 'textarea#ask-again-text, #ask-again-text textarea').fill('三会一课的记录在2号盒第6页')
  await page.route('**/api', route => route.abort())
  await seen(page, '#ask-again-send').click()
  await page.getByText('没信号，没有送出去').waitFor()
  await look(page, 'phone/ask-again-offline')
  await seen(page, '#ask-again-close').click()
  await page.unroute('**/api')
  await seen(page, '#ask-again').click()
  const field = seen(page, 'textarea#ask-again-text, #ask-again-text textarea')
  expect(await field.inputValue()).toBe('三会一课的记录在2号盒第6页')
  await seen(page, '#ask-again-send').click()
  await seen(page, '#score-doubt').getByText('答复').waitFor()
  await look(page, 'phone/score-doubt')
  await goTo(page, '/unit/score-check/score-check')
  await seen(page, '#waiting').getByText('第5项的疑问，等部室答复').waitFor()
  expect(await seen(page, '#confirm-scores').getAttribute('disabled')).not.toBeNull()
  await page.context().close()
})

it('the department finds it in its queue, and answers with another score', async () => {
  const page = await h5.at('head-organization', 'pc')
  await seen(page, '#home-doubts').getByText('1项疑问等您部室答复').waitFor()
  await seen(page, '#go-queue').click()
  await seen(page, `#unit-${unitId}`).getByText('疑问 1').waitFor()
  await look(page, 'pc/queue-doubts')
  await seen(page, `#unit-${unitId}`).click()
  await seen(page, '#doubt-card').getByText('三会一课的记录在2号盒第6页').waitFor()
  await seen(page, '#answer-kept').getByText('维持4.5分').click()
  await seen(page, '#answer-send').click()
  await page.getByText('请写一句为什么维持').waitFor()
  await look(page, 'pc/doubt-kept')
  await seen(page, '#answer-changed').click()
  await seen(page, '#answer-wrong').getByText('分数没有变').waitFor()
  await look(page, 'pc/doubt-changed')
  await seen(page, '#doubt-card').getByText('同意自评').click()
  await seen(page, '#answer-send').click()
  await seen(page, '#doubt-answer').getByText('改为5分').waitFor()
  await look(page, 'pc/doubt-answered')
  await page.context().close()

  const phone = await h5.at('head-organization', 'phone')
  await goTo(phone, `/department/review/review?unit=${unitId}&item=a1-05`)
  await seen(phone, '#doubt-answer').waitFor()
  await look(phone, 'phone/review-doubt')
  await phone.context().close()
})

it('the chair reads the answer and says 没有疑问: 已核对', async () => {
  const page = await h5.at('chair-township-a', 'phone')
  await seen(page, '#unit-card').getByText('疑问都答复了').waitFor()
  await seen(page, '#next-step').click()
  await seen(page, '#score-total').getByText('99.5').waitFor()
  await seen(page, '#score-check').locator('#item-5').click()
  await seen(page, '#doubt-answer').getByText('改为5分').waitFor()
  await look(page, 'phone/doubt-answered')
  await goTo(page, '/unit/score-check/score-check')
  await seen(page, '#confirm-scores').click()
  await answerDialog(page)
  await seen(page, '#confirmed').waitFor()
  await look(page, 'phone/scores-confirmed')
  await page.context().close()
})

it('the office sees every unit, filters, and writes down what came on paper', async () => {
  const page = await h5.at('office', 'pc')
  await goTo(page, '/office/score-check/score-check')
  await seen(page, '#check-sentence').getByText('没有疑问2个').waitFor()
  await look(page, 'pc/score-check')
  await seen(page, `#take-back-${unitId}`).click()
  await answerDialog(page)
  await seen(page, `#check-${unitId}`).getByText('疑问 1项，答复了1项').waitFor()
  await seen(page, `#confirm-${unitId}`).click()
  await answerDialog(page)
  await seen(page, `#check-${unitId}`).getByText('没有疑问').waitFor()
  expect((await h5.county.stored(unitId)).history.at(-1)).toMatchObject({ byName: '孟庆华', fromPaper: true })
  await page.getByText('还没核对 6').click()
  expect(await seen(page, '.check-row').count()).toBe(6)
  await page.emulateMedia({ media: 'print' })
  await look(page, 'pc/score-check-print')
  await page.context().close()
  expect(h5.troubles).toEqual([])
})
