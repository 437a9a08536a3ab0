import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** Stands for whatever a screen puts in: `第${number}项` is 第#项. */
const hole = '#'
const chinese = /[一-鿿]/

/**
 * Every Chinese text of the screens, whole, as the sources have it: strings, templates, and what stands between two tags.
 * White space is left out, since JSX breaks lines where it likes; comments are no texts.
 */
export function screenTexts(): Set<string> {
  const texts = new Set<string>()
  const add = (text: string) => {
    if (chinese.test(text)) texts.add(text.replace(/\s/g, ''))
  }
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) add(node.text)
    if (ts.isTemplateExpression(node))
      add([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(hole))
    if (ts.isJsxElement(node) || ts.isJsxFragment(node))
      add(node.children.map(child => (ts.isJsxText(child) ? child.text : hole)).join(''))
    if (ts.isJsxText(node)) add(node.text)
    ts.forEachChild(node, visit)
  }
  for (const path of ['miniprogram', 'shared'].flatMap(filesUnder).filter(name => /\.tsx?$/.test(name)))
    visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true))
  return texts
}

/** What words of a screen may look like in the sources: figures, … and the name of the machine are put in there. */
export function shapesOf(text: string): string[] {
  const bare = text.replace(/\s/g, '').replaceAll('…', hole)
  const figures = bare.replace(/\d[\d、.:年月日]*/g, hole)
  return [bare, figures, figures.replaceAll('手机', hole)]
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(path) : [path]
  })
}
