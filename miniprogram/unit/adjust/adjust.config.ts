export default definePageConfig({ navigationBarTitleText: '转正裁边' })
