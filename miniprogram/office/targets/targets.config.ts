export default definePageConfig({ navigationBarTitleText: '目标任务' })
