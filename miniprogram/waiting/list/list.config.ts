export default definePageConfig({ navigationBarTitleText: '还没传到县总的' })
