import type { FileSource } from './capabilities'

/** WeChat lets files be chosen from conversations only, and asks for pictures and documents apart. */
export const fileSources: readonly FileSource[] = [
  { from: 'camera', text: '拍照' },
  { from: 'album', text: '从相册选' },
  { from: 'chats', text: '从微信聊天选照片' },
  { from: 'documents', text: '从微信聊天选文件：PDF、Word、Excel' },
]
