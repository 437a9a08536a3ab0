export default definePageConfig({ navigationBarTitleText: '考评内容', enableShareAppMessage: true })
