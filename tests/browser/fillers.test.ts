import { goTo, type H5, look, seen, startH5, write } from './h5'

/* 填报人 on the chair's screen: nobody yet, no signal, a refused code, and no room for a fifth. */

jest.setTimeout(60_000)

const unitId = 'enterprise-b'
const address = '/unit/fillers/fillers'
let h5: H5
beforeAll(async () => {
  h5 = await startH5()
})
afterAll(() => h5.close())

async function join(openid: string, name: string): Promise<void> {
  const post = { role: 'filler', unitId } as const
  const { invitationCode } = await h5.county.as('office').get('member.invite', { name, phone: '13800000000', post })
  await h5.county.as(openid).get('member.join', { invitationCode })
}

it('says what to do where nobody fills in, and keeps what was typed where there is no signal', async () => {
  const page = await h5.at(`chair-${unitId}`, 'phone')
  await seen(page, '#fillers-way').waitFor()
  await look(page, 'phone/home-chair')
  await seen(page, '#fillers-way').click()
  await seen(page, '#filler-list .link').click()
  await page.getByText('撤职', { exact: true }).last().click()
  await seen(page, '#no-fillers').waitFor()
  await look(page, 'phone/fillers-none')
  await page.route('**/api', route => route.abort())
  await seen(page, '#invite-filler').click()
  await write(page, '#invite-name', '王小红')
  await seen(page, '#invite-send').click()
  await seen(page, '#invite .asked').waitFor()
  await look(page, 'phone/fillers-unreached')
  await page.unroute('**/api')
  await seen(page, '#invite-send').click()
  await seen(page, '#invitation-code').waitFor()
  await look(page, 'phone/filler-code')
  const code = await seen(page, '#invitation-code').innerText()
  await seen(page, '#invitation-copy').click()
  await seen(page, '#invitation-copy').getByText('已复制').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code)
  await page.route('**/api', route => route.abort())
  await page.reload()
  await seen(page, '#failed').waitFor()
  await page.unroute('**/api')
  await seen(page, '#retry').click()
  await seen(page, '#no-fillers').waitFor()
  await page.context().close()
})

it('has room for four', async () => {
  for (const [index, name] of ['王小红', '李大民', '赵建国', '欧阳春梅'].entries()) await join(`clerk-${index}`, name)
  const page = await h5.at(`chair-${unitId}`, 'phone')
  await goTo(page, address)
  await seen(page, '#fillers-room').getByText('满了').waitFor()
  await look(page, 'phone/fillers-full')
  await seen(page, '#invite-filler').click()
  expect(await seen(page, '#invite').count()).toBe(0)
  await page.context().close()
})

it('is the chair’s alone', async () => {
  const page = await h5.at('filler-township-a', 'phone')
  await goTo(page, address)
  await seen(page, '#failed').getByText('您的职务不能办这件事').waitFor()
  expect(await seen(page, '#invite-filler').count()).toBe(0)
  expect(h5.troubles).toEqual([])
})

it('the office gives any post by the same drawer, and the post that was chosen', async () => {
  const page = await h5.at('office', 'pc')
  await goTo(page, '/office/roster/roster')
  await seen(page, '#invite-township-b').click()
  await seen(page, '#invite-filler').click()
  await write(page, '#invite-name', '孙小梅')
  await seen(page, '#invite-send').click()
  await seen(page, '#invitation-code').waitFor()
  await look(page, 'pc/invitation')
  const invitationCode = await seen(page, '#invitation-code').innerText()
  await seen(page, '#invitation-copy').click()
  await seen(page, '#invitation-copy').getByText('已复制').waitFor()
  await seen(page, '#invitation-done').click()
  const joined = await h5.county.as('clerk-of-the-office').get('member.join', { invitationCode })
  expect(joined).toMatchObject({ name: '孙小梅', posts: [{ role: 'filler', unitId: 'township-b' }] })
  expect(h5.troubles).toEqual([])
})
