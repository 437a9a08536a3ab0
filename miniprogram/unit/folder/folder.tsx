import { View } from '@tarojs/components'
import { useState } from 'react'
import { itemsOf, type Rubric } from '#shared/rubric/rubric'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { Button, PrimaryButton } from '../../components/button/button'
import { EmptyState } from '../../components/empty-state/empty-state'
import { Segments } from '../../components/segments/segments'
import type { ShownMaterial } from '../../outbox/overlay'
import { HeldMaterials } from '../own/held-materials'
import { HiddenPages } from '../own/hidden-pages'
import { MaterialThumb } from '../own/material-thumb'
import { UnitPage } from '../own/unit-page'
import { UploadWords } from '../own/upload-words'
import type { OpenSheet } from '../own/use-own-sheet'
import { RegisterOriginal } from './register-original'
import { SortPages } from './sort-pages'
import { type Folder, type FolderFilter, useFolder } from './use-folder'
import './folder.css'

/** 资料夹: a whole folder photographed in one go, its pages sorted to items afterwards. */
export default function FolderPage() {
  const folder = useFolder()
  const { own, counts, filter, setFilter, pages, chosen } = folder
  const segments: { key: FolderFilter; text: string }[] = [
    { key: 'all', text: `全部 ${counts.all}` },
    { key: 'unsorted', text: `没归项 ${counts.unsorted}` },
    { key: 'originals', text: `只登记原件 ${counts.originals}` },
  ]
  return (
    <UnitPage id="folder" own={own} bar={open => <FolderBar open={open} folder={folder} />}>
      {({ sheet, rubric }) => (
        <View className={chosen.length > 0 ? 'folder-body sorting' : 'folder-body'}>
          <Segments segments={segments} chosen={filter} onChoose={setFilter} />
          <UploadWords materials={Object.values(sheet.materials)} />
          <HiddenPages pages={pages} />
          <HeldMaterials materials={Object.values(sheet.materials)} />
          {counts.all === 0 ? (
            <View className="mt-3">
              <EmptyState id="folder-empty" icon="camera" title="资料夹还是空的">
                先把文件夹整个拍下来，以后再归项。
              </EmptyState>
            </View>
          ) : null}
          <View className="page-grid mt-3">
            {pages.map(page => {
              const material = sheet.materials[page.materialId]
              return (
                <MaterialThumb
                  key={page.key}
                  id={`page-${page.key}`}
                  page={page}
                  size="grid"
                  chosen={chosen.includes(page.materialId)}
                  caption={captionOf(material, rubric)}
                  captionAsked={material?.items.length === 0 || material?.trouble !== null}
                  onPress={folder.toggle}
                />
              )
            })}
          </View>
        </View>
      )}
    </UnitPage>
  )
}

/** 第1、2项; 没归项 until somebody has sorted it. */
function captionOf(material: ShownMaterial | undefined, rubric: Rubric): string {
  if (!material) return ''
  if (material.trouble) return '没收下'
  if (material.items.length === 0) return '没归项'
  const numbers = itemsOf(rubric)
    .filter(item => material.items.includes(item.id))
    .map(item => item.number)
  return `第${numbers.join('、')}项`
}

/** With nothing chosen the bar adds pages; with pages chosen it says where they will go. */
function FolderBar({ open, folder }: { open: OpenSheet; folder: Folder }) {
  const [isRegistering, setRegistering] = useState(false)
  const { abilities } = open.sheet
  const canAdd = abilities['material.register'] === true
  const canLink = abilities['material.link'] === true
  if (folder.chosen.length > 0 && canLink) return <SortPages key={folder.chosen.join()} open={open} folder={folder} />
  if (!canAdd) return null
  return (
    <BottomBar>
      <Button id="register-original" onPress={() => setRegistering(true)}>
        只登记原件
      </Button>
      <PrimaryButton id="photograph" icon="camera" onPress={folder.photograph}>
        {folder.counts.all === 0 ? '一页接一页拍' : '接着拍'}
      </PrimaryButton>
      <RegisterOriginal open={isRegistering} onClose={() => setRegistering(false)} onKeep={folder.register} />
    </BottomBar>
  )
}
