import type {GoneSource} from '../core/import-plan.ts'
import type {Context} from './context.ts'

/** The known sources whose documents are not on disk any more: renamed, moved, or gone. */
export function goneSources(
  {files, openStore}: Context,
  paths: readonly string[],
): readonly GoneSource[] {
  const folders = paths.flatMap(path => files.folder(path) ?? [])
  return openStore()
    .sources()
    .filter(({path}) => !path.startsWith('-') && !files.exists(path))
    .map(({path}) => ({path, isInImportedFolder: folders.some(folder => path.startsWith(folder))}))
}
