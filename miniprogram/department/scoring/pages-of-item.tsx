import { View } from '@tarojs/components'
import type { MaterialView } from '#shared/contract/assessment-contract'
import type { Review, SameFile } from '#shared/contract/review-contract'
import { isPicture } from '#shared/materials/material'
import type { Item } from '#shared/rubric/rubric'
import { PageThumb } from '../../components/page-thumb/page-thumb'
import { filesOf, kindOfDocument, materialsOf, type ShownFile, useFullFiles } from './use-pages'
import './pages-of-item.css'

interface PagesOfItemProps {
  cycleId: string
  unitId: string
  item: Pick<Item, 'id' | 'evidence'>
  materials: Record<string, MaterialView>
  /** Signed addresses of thumbnails by storage id. */
  thumbnails: Record<string, string>
  /** Who else has handed in the same files, by material. */
  sameFiles?: Review['sameFiles']
}

/** What a unit shows for an item: its pages (ids `page-1`, `page-2` …), and where the originals are. */
export function PagesOfItem({ cycleId, unitId, item, materials, thumbnails, sameFiles = {} }: PagesOfItemProps) {
  const own = materialsOf(materials, item.id)
  const files = filesOf(own)
  const { open, problem } = useFullFiles(cycleId, unitId, files)
  const supplied = Object.values(own).filter(material => material.supplied).length
  const originals = Object.entries(own)
    .filter(([, material]) => material.whereabouts !== '' || material.files.length === 0)
    .map(([materialId, material]) => ({ materialId, material }))
  const elsewhere = wordsOfUses(Object.keys(own).flatMap(materialId => sameFiles[materialId] ?? []))
  if (Object.keys(own).length === 0)
    return (
      <View className="note soft mt-2">
        {item.evidence === 'county-record' ? '县总有记录，单位不用准备资料' : '没附资料'}
      </View>
    )
  return (
    <View>
      <View className="page-row pages-of-item mt-2">
        {files.map((shown, index) => (
          <PageThumb
            key={shown.file.fileId}
            id={`page-${index + 1}`}
            size="row"
            source={shown.file.thumbnailId === null ? null : (thumbnails[shown.file.thumbnailId] ?? null)}
            name={nameOf(shown)}
            onPress={() => open(shown)}
          />
        ))}
        <View className="note soft pages-words">
          {files.length > 0 ? <View>资料 {files.length}页</View> : null}
          {files.some(({ personal }) => personal) ? <View>个人材料，点开查看，查看有记录</View> : null}
          {supplied > 0 ? <View>其中{supplied}份是报送后补交的</View> : null}
          {originals.map(({ materialId, material }) => (
            <View key={materialId}>{originalInWords(material)}</View>
          ))}
        </View>
      </View>
      {elsewhere.length > 0 ? (
        <View id="same-files" className="note soft mt-1">
          同一个文件也交过：{elsewhere.join('、')}。单位看不到这句话。
        </View>
      ) : null}
      {problem ? <View className="note asked mt-1">{problem}</View> : null}
    </View>
  )
}

function nameOf({ file, personal }: ShownFile): string {
  // Two words a line: the sign is as narrow as a thumbnail.
  if (personal) return '个人\n材料'
  return isPicture(file.type) ? '看大图' : kindOfDocument(file.type)
}

/** 教育系统工会（2026年度）, each once. */
function wordsOfUses(uses: SameFile[]): string[] {
  return [...new Set(uses.map(({ unitName, cycleId }) => `${unitName}（${cycleId.slice(0, 4)}年度）`))]
}

function originalInWords({ name, documentNumber, whereabouts, files }: MaterialView): string {
  const words = files.length > 0 ? [] : [documentNumber ? `${name} ${documentNumber}` : name]
  return [...words, ...(whereabouts ? [whereabouts] : [])].join('，')
}
