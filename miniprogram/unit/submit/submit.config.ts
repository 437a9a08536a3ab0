export default definePageConfig({ navigationBarTitleText: '检查与报送' })
