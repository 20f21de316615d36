/** What `menu-chunk.ts` fetches, in one piece so that it comes as a whole or not at all. */

import { DiagramMenu } from '@/components/canvas/diagram-menu'
import { ViewOptionsItems } from '@/components/canvas/view-options-items'
import { ViewSwitcherItems } from '@/components/canvas/view-switcher-items'
import { RowMenu } from '@/components/explorer/row-menu'
import { ExportMenuItems } from '@/components/files/export-menu-items'
import { FileMenuItems } from '@/components/files/file-menu-items'
import { FolderMenuItems } from '@/components/folder/folder-menu-items'
import { MoreMenuItems } from '@/components/workbench/more-menu-items'
import { ThemeMenuItems } from '@/components/workbench/theme-menu-items'
import { VersionMenuItems } from '@/components/workbench/version-menu-items'

export const MENU_PARTS = {
  DiagramMenu,
  ExportMenuItems,
  FileMenuItems,
  FolderMenuItems,
  MoreMenuItems,
  RowMenu,
  ThemeMenuItems,
  VersionMenuItems,
  ViewOptionsItems,
  ViewSwitcherItems,
}
