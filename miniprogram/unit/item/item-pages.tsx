import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useMemo } from 'react'
import { AddPage } from '../../components/page-thumb/page-thumb'
import { useOutbox } from '../../outbox/use-outbox'
import { folderAddress } from '../own/addresses'
import { HeldMaterials } from '../own/held-materials'
import { HiddenPages } from '../own/hidden-pages'
import { MaterialThumb } from '../own/material-thumb'
import { pagesOf } from '../own/sheet-rows'
import { takePages } from '../own/take-pages'
import { UploadWords } from '../own/upload-words'
import { openPage, type ShownPage, useMaterialPages } from '../own/use-material-pictures'
import type { OpenItem } from './use-item'

/** 资料 of one item: its pages, and the two ways to more. Nothing is asked for where the county keeps the record. */
export function ItemPages({ open }: { open: OpenItem }) {
  const { sheet, item, sheetKey } = open
  const materials = useMemo(
    () => Object.entries(sheet.materials).filter(([, material]) => material.items.includes(item.id)),
    [sheet.materials, item.id],
  )
  const pages = useMaterialPages(sheetKey, materials)
  const { addMaterial } = useOutbox(sheetKey)
  const count = materials.reduce((sum, [, material]) => sum + pagesOf(material), 0)
  const canAdd = sheet.abilities['material.register'] === true && item.evidence === 'material'
  const troubled = materials.find(([, material]) => material.trouble !== null)?.[1].trouble
  if (count === 0 && !canAdd) return null
  const show = async (page: ShownPage) => {
    const material = sheet.materials[page.materialId]
    if (material && !(await openPage(sheetKey, page, material)))
      Taro.showToast({ title: '没有打开，请再点一次', icon: 'none' })
  }
  return (
    <View>
      <View className="item-pages-head">
        <Text id="item-pages" className="firm">
          资料 {count}页
        </Text>
        <UploadWords materials={materials.map(([, material]) => material)} />
      </View>
      {troubled ? <View className="note asked">{troubled.problem.message}</View> : null}
      <HiddenPages pages={pages} />
      <HeldMaterials materials={materials.map(([, material]) => material)} />
      <View className="page-row mt-1">
        {pages.map(page => (
          <MaterialThumb key={page.key} id={`page-${page.key}`} page={page} size="row" onPress={show} />
        ))}
        {canAdd ? (
          <>
            <AddPage
              id="item-photograph"
              icon="camera"
              onPress={() =>
                takePages({
                  addMaterial,
                  items: [item.id],
                  preparation: item.preparation,
                  about: item.shortName,
                })
              }
            >
              拍照
            </AddPage>
            <AddPage id="item-folder" icon="folder" onPress={() => Taro.navigateTo({ url: folderAddress(item.id) })}>
              资料夹
            </AddPage>
          </>
        ) : null}
      </View>
    </View>
  )
}
