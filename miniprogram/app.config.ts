/** Pages of the mini-program; the first is where it opens. A subpackage is named here together with its first real page. */
export default defineAppConfig({
  pages: [
    'pages/home/home',
    'pages/sign-in/sign-in',
    'pages/sign-in/confirm',
    'pages/rubric/rubric',
    'pages/join/join',
    'pages/complaints/complaints',
  ],
  subPackages: [
    {
      root: 'unit',
      pages: [
        'sheet/sheet',
        'item/item',
        'folder/folder',
        'adjust/adjust',
        'submit/submit',
        'form/form',
        'score-check/score-check',
        'fillers/fillers',
      ],
    },
    { root: 'waiting', pages: ['list/list'] },
    { root: 'notices', pages: ['list/list'] },
    {
      root: 'department',
      pages: ['queue/queue', 'review/review', 'by-item/by-item', 'grid/grid', 'records/records', 'meetings/meetings'],
    },
    { root: 'visit', pages: ['day/day', 'unit/unit', 'item/item', 'shown/shown'] },
    {
      root: 'office',
      pages: [
        'board/board',
        'cycle/cycle',
        'rubrics/rubrics',
        'rubric-draft/rubric-draft',
        'roster/roster',
        'targets/targets',
        'records/records',
        'meetings/meetings',
        'visit-groups/visit-groups',
        'paper-entry/paper-entry',
        'score-check/score-check',
        'form/form',
        'unreached/unreached',
        'inbox/inbox',
      ],
    },
  ],
  // A subpackage that was never opened is not on the phone: it comes along while there is signal.
  preloadRule: {
    'pages/home/home': { network: 'all', packages: ['unit', 'waiting', 'notices', 'department', 'visit'] },
  },
  // Colours of WeChat's own bar: --page and ink of style/tokens.css, which cannot be named here.
  window: {
    navigationBarTitleText: '工会目标考核',
    navigationBarBackgroundColor: '#f5f4f1',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f5f4f1',
    backgroundTextStyle: 'dark',
  },
  style: 'v2',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  // On the web Taro slides pages in by a transform; inside a transformed page `position: fixed` is fixed to the page, not
  // to the window, and its own white background wins over ours. WeChat does not know the key.
  ...(process.env.TARO_ENV === 'h5' && { animation: false }),
})
