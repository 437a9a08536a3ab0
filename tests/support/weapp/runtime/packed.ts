import type { template } from 'glass-easel'

/** The JSON beside a page or component, and app.json; only what the runner reads. */
export interface WeappJson {
  pages?: string[]
  subPackages?: Subpackage[]
  subpackages?: Subpackage[]
  preloadRule?: Record<string, { network?: 'all' | 'wifi'; packages: string[] }>
  window?: { navigationBarTitleText?: string }
  tabBar?: { list: { pagePath: string; text: string }[] }
  navigationBarTitleText?: string
  navigationStyle?: 'default' | 'custom'
  usingComponents?: Record<string, string>
  __usePrivacyCheck__?: boolean
}

interface Subpackage {
  root: string
  name?: string
  pages: string[]
}

/** What `packWeapp` writes: every file of the built mini-program by its path without the ending. */
export interface Packed {
  given: string[]
  json: Record<string, WeappJson>
  styles: Record<string, string>
  templates: NonNullable<template.ComponentTemplate['groupList']>
  modules: Record<string, (...given: unknown[]) => void>
}

declare global {
  interface Window {
    __packed: Packed
  }
}

export const packed: Packed = window.__packed
export const appJson: WeappJson = packed.json.app ?? {}
