import { existsSync } from 'node:fs'
import { PNG } from 'pngjs'
import { openBrowser } from '../support/browser'
import { nativeWeapp } from '../support/weapp/native-weapp'
import { hiddenNames } from '../support/weapp/pack'
import { openWeapp, type Weapp, type WeappOptions } from '../support/weapp/run-weapp'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})

async function open(options: Omit<WeappOptions, 'browser'> = {}): Promise<Weapp> {
  const weapp = await openWeapp({ browser: await openBrowser(), ...options })
  opened.push(weapp)
  return weapp
}

describe('the built mini-program', () => {
  test('opens at its first page without an error, at the sizes of the tokens', async () => {
    const weapp = await open()
    await weapp.start()
    await weapp.until(async () => (await weapp.text()).trim().length > 0, 'a first page')
    const { errors, warnings } = await weapp.spy()
    expect(errors).toEqual([])
    expect(warnings).toEqual([])
    const size = await weapp.page.evaluate(() => {
      const page = document.querySelector('.wx-page')
      return page && getComputedStyle(page).fontSize
    })
    expect(size).toBe('17px')
    expect(await weapp.nodes()).toBeGreaterThan(0)
    expect(existsSync(await weapp.shot('runner/first-page'))).toBe(true)
  })
})

const FORM = {
  wxml: `<view id="count" bindtap="add">{{count}} 次</view>
    <input id="name" value="{{name}}" bindinput="typed" /><textarea id="remark" bindinput="remarked" />
    <view id="seen">名：{{name}}；备注：{{remark}}</view>
    <picker id="town" range="{{['甲乡','乙镇']}}" bindchange="picked"><view>{{town}}</view></picker>
    <button id="ask" bindtap="ask">提交</button><view>{{asked}}</view>`,
  js: `Page({
    data: { count: wx.getStorageSync('count') || 0, name: '', remark: '', town: '未选', asked: '' },
    add() { const count = this.data.count + 1; wx.setStorageSync('count', count); this.setData({ count }) },
    typed(event) { this.setData({ name: event.detail.value }) },
    remarked(event) { this.setData({ remark: event.detail.value }) },
    picked(event) { this.setData({ town: ['甲乡', '乙镇'][event.detail.value] }) },
    ask() { wx.showModal({ title: '报送？', success: ({ confirm }) => this.setData({ asked: confirm ? '已报送' : '没有报送' }) }) },
  })`,
}

describe('a page', () => {
  test('answers taps, typing, picking and dialogs', async () => {
    const weapp = await open({ dist: nativeWeapp({ 'pages/form': FORM }) })
    await weapp.start()
    await weapp.tap('#count')
    await weapp.waitForText('1 次')
    await weapp.fill('#name', '石桥乡')
    await weapp.type('#remark', '原件在1号盒')
    await weapp.waitForText('名：石桥乡；备注：原件在1号盒')
    await weapp.pick('#town', 1)
    await weapp.waitForText('乙镇')
    await weapp.tap('提交')
    await weapp.tap('确定')
    await weapp.waitForText('已报送')
    await weapp.answer('showModal', () => ({ confirm: false, cancel: true }))
    await weapp.tap('提交')
    await weapp.waitForText('没有报送')
  })

  test('has every setData weighed, and every value written under the typing finger noted', async () => {
    const weapp = await open({ dist: nativeWeapp({ 'pages/form': FORM }) })
    await weapp.start()
    await weapp.forget()
    await weapp.type('#name', '石')
    await weapp.waitForText('名：石')
    expect(await weapp.setData()).toMatchObject([{ is: 'pages/form', bytes: 14, keys: ['name'] }])
    expect((await weapp.spy()).focusedWrites).toEqual([{ field: 'name', shown: '石', written: '石' }])
    await weapp.forget()
    await weapp.type('#remark', '字')
    await weapp.waitForText('备注：字')
    expect((await weapp.spy()).focusedWrites).toEqual([])
  })
})

test('what a mini-program does not have is not there', async () => {
  const js = `Page({ data: { found: '' }, onLoad() {
    const found = [${hiddenNames.map(name => `['${name}', typeof ${name}]`).join()}].filter(pair => pair[1] !== 'undefined')
    for (const name of ['window', 'fetch', 'document']) if (globalThis[name]) found.push(name)
    for (const [name, run] of [['eval', () => eval('1')], ['Function', () => new Function('return 1')()]]) {
      try { run(); found.push(name) } catch (error) {}
    }
    this.setData({ found: '找到：' + found.join(' ') + '。' })
  } })`
  const weapp = await open({ dist: nativeWeapp({ 'pages/names': { wxml: '<view>{{found}}</view>', js } }) })
  await weapp.start()
  await weapp.waitForText('找到：。')
})

describe('a kill', () => {
  test('keeps storage and files, and loses temporary files and the page stack', async () => {
    const files = `const files = wx.getFileSystemManager()
      const kept = wx.env.USER_DATA_PATH + '/kept.txt'
      Page({ data: { kept: '', temporary: '' },
        onLoad() {
          try { this.setData({ kept: '留下：' + files.readFileSync(kept, 'utf8') }) } catch (error) { this.setData({ kept: error.errMsg }) }
          try { files.accessSync(wx.getStorageSync('path')); this.setData({ temporary: '临时还在' }) } catch (error) { this.setData({ temporary: '临时没有' }) }
        },
        photograph() { wx.chooseMedia({ count: 1, success: ({ tempFiles }) => {
          wx.setStorageSync('path', tempFiles[0].tempFilePath)
          files.writeFile({ filePath: kept, data: '照片 ' + tempFiles[0].size, encoding: 'utf8', success: () => this.onLoad() })
        } }) } })`
    const wxml = '<view id="take" bindtap="photograph">拍照</view><view>{{kept}}</view><view>{{temporary}}</view>'
    const weapp = await open({ dist: nativeWeapp({ 'pages/form': FORM, 'pages/files': { wxml, js: files } }) })
    await weapp.start('pages/form')
    await weapp.tap('#count')
    await weapp.waitForText('1 次')
    await weapp.reopen('pages/files')
    await weapp.waitForText('no such file or directory')
    await weapp.photograph(Buffer.from([0x89, 1, 2, 3]))
    await weapp.tap('拍照')
    await weapp.waitForText('留下：照片 4')
    await weapp.waitForText('临时还在')
    await weapp.reopen('pages/files')
    await weapp.waitForText('留下：照片 4')
    await weapp.waitForText('临时没有')
    expect(weapp.phone.read('wxfile://usr/kept.txt').toString()).toBe('照片 4')
    await weapp.reopen()
    await weapp.waitForText('1 次')
  })
})

describe('pages', () => {
  const link = (to: string) =>
    `Page({ data: { failed: '' }, go() { wx.navigateTo({ url: '${to}', fail: error => this.setData({ failed: error.errMsg }) }) } })`
  const home = { wxml: '<view id="go" bindtap="go">去</view><view>{{failed}}</view>', js: link('/unit/sheet?id=a%3Db') }
  const sheet = {
    wxml: '<view>单位 {{id}}</view><view bindtap="back">返回</view>',
    js: 'Page({ data: { id: "" }, onLoad({ id }) { this.setData({ id }) }, back() { wx.navigateBack() } })',
  }
  const appJson = { pages: ['pages/home'], subPackages: [{ root: 'unit', pages: ['sheet'] }] }

  test('open over each other and go back', async () => {
    const weapp = await open({ dist: nativeWeapp({ 'pages/home': home, 'unit/sheet': sheet }, appJson) })
    await weapp.start()
    await weapp.tap('去')
    await weapp.waitForPage('unit/sheet')
    await weapp.waitForText('单位 a%3Db')
    await weapp.tap('返回')
    expect(await weapp.pages()).toEqual(['pages/home'])
  })

  test('of a subpackage that never came over the network do not open without signal', async () => {
    const weapp = await open({ dist: nativeWeapp({ 'pages/home': home, 'unit/sheet': sheet }, appJson) })
    await weapp.start()
    await weapp.setOnline(false)
    await weapp.tap('去')
    await weapp.waitForText('navigateTo:fail')
    await weapp.setOnline(true)
    await weapp.tap('去')
    await weapp.waitForPage('unit/sheet')
  })
})

test('pictures are measured, shrunk, drawn and shown', async () => {
  const js = `Page({ data: { said: '', shown: '', loaded: '' }, take() {
    wx.chooseMedia({ success: async ({ tempFiles: [{ tempFilePath }] }) => {
      const before = await wx.getImageInfo({ src: tempFilePath })
      const smaller = await wx.compressImage({ src: tempFilePath, compressedWidth: 20, quality: 60 })
      const after = await wx.getImageInfo({ src: smaller.tempFilePath })
      const canvas = wx.createOffscreenCanvas({ type: '2d', width: 4, height: 4 })
      const image = canvas.createImage()
      await new Promise((resolve, reject) => { image.onload = resolve; image.onerror = reject; image.src = smaller.tempFilePath })
      canvas.getContext('2d').drawImage(image, 0, 0, 4, 4)
      const [red] = canvas.getContext('2d').getImageData(1, 1, 1, 1).data
      wx.createSelectorQuery().select('#canvas').fields({ node: true, size: true }).exec(async ([{ node }]) => {
        node.width = 8; node.height = 8
        node.getContext('2d').drawImage(image, 0, 0, 8, 8)
        const { tempFilePath: drawn } = await wx.canvasToTempFilePath({ canvas: node, fileType: 'jpg', quality: 0.8 })
        const last = await wx.getImageInfo({ src: drawn })
        this.setData({ shown: drawn, said: [before.width, after.width, after.type, red > 200, last.width].join(' ') })
      })
    } })
  }, loaded({ detail }) { this.setData({ loaded: '显示 ' + detail.width }) } })`
  const wxml = `<view bindtap="take">拍照</view><canvas id="canvas" type="2d" /><view>{{said}}</view>
    <image wx:if="{{shown}}" src="{{shown}}" bindload="loaded" /><view>{{loaded}}</view>`
  const weapp = await open({ dist: nativeWeapp({ 'pages/take': { wxml, js } }) })
  await weapp.start()
  const red = new PNG({ width: 40, height: 30 })
  for (let at = 0; at < red.data.length; at += 4) red.data.set([255, 0, 0, 255], at)
  await weapp.photograph(PNG.sync.write(red))
  await weapp.tap('拍照')
  await weapp.waitForText('40 20 jpeg true 8')
  await weapp.waitForText('显示 8')
  expect((await weapp.spy()).errors).toEqual([])
})
