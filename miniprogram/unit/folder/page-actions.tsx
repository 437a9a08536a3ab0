import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { printDay, printMoment } from '#shared/cycle/beijing-time'
import { isPicture } from '#shared/materials/material'
import { serverNow } from '../../backend/ask'
import type { ShownMaterial } from '../../outbox/overlay'
import type { OpenSheet } from '../own/use-own-sheet'
import type { MaterialLook } from '../own/use-thumbnails'
import { DescribeMaterial } from './describe-material'
import type { Folder } from './use-folder'

/** What can be done with one page alone: look at it, name it, remove it; or try again what the county refused. */
export function PageActions({ open, folder }: { open: OpenSheet; folder: Folder }) {
  const [isNaming, setNaming] = useState(false)
  const [materialId, another] = folder.chosen
  const material = materialId ? open.sheet.materials[materialId] : undefined
  if (!materialId || !material || another) return null
  const { abilities } = open.sheet
  const page = folder.pages.find(candidate => candidate.materialId === materialId)
  const { trouble } = material
  return (
    <View>
      {/* The small picture has room for two lines of it. */}
      <View id="page-name" className="note soft mt-1">
        {material.name}
      </View>
      {trouble ? <View className="note asked">{trouble.problem.message}</View> : null}
      {material.personal ? (
        <View id="page-personal" className="note soft">
          {personalWords(material, page?.looks ?? [])}
        </View>
      ) : null}
      <View className="sort-actions">
        {page ? <Action id="page-look" text="看大图" onPress={() => folder.look(page, material)} /> : null}
        {trouble ? <Action id="page-retry" text="再传一次" onPress={() => folder.retry(trouble.operationId)} /> : null}
        {page && isPhotographed(material) && abilities['material.remove'] ? (
          <Action id="page-adjust" text="转正裁边" onPress={() => folder.adjust(materialId)} />
        ) : null}
        {abilities['material.describe'] ? (
          <Action id="page-describe" text="改名" onPress={() => setNaming(true)} />
        ) : null}
        {abilities['material.remove'] ? (
          <Action id="page-remove" text="删掉" onPress={() => folder.remove(materialId)} />
        ) : null}
      </View>
      <DescribeMaterial
        open={isNaming}
        title="这份资料叫什么？"
        initial={material}
        onClose={() => setNaming(false)}
        onKeep={description => folder.rename(materialId, description)}
      />
    </View>
  )
}

/** 含个人信息，2月3日自动删去。看过：办公室 12月9日 14:32。 */
function personalWords({ purgeAt, purgedAt }: ShownMaterial, looks: readonly MaterialLook[]): string {
  const end = purgedAt ? `，${printDay(purgedAt)}已删去照片和文件` : purgeAt ? `，${printDay(purgeAt)}自动删去` : ''
  const seen = looks.slice(0, 3).map(({ who, at }) => `${who} ${printMoment(at, serverNow())}`)
  const others = looks.length > 3 ? `等${looks.length}次` : ''
  return `含个人信息${end}。${seen.length > 0 ? `看过：${seen.join('，')}${others}。` : '还没有别人看过。'}`
}

/** Only pictures can be turned and cropped. */
function isPhotographed({ files, local }: ShownMaterial): boolean {
  const types = [...local, ...files].map(({ type }) => type)
  return types.length > 0 && types.every(isPicture)
}

function Action({ id, text, onPress }: { id: string; text: string; onPress: () => void }) {
  return (
    <View id={id} className="link" onClick={onPress}>
      <Text>{text}</Text>
    </View>
  )
}
