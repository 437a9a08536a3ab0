import type { FileSource } from './capabilities'

export const fileSources: readonly FileSource[] = [
  { from: 'camera', text: '拍照' },
  { from: 'album', text: '从相册选' },
  { from: 'documents', text: '选文件：PDF、Word、Excel' },
]
