// Stands in for `import.meta.url` in CommonJS; left out of every chunk that does not ask for it.
import {pathToFileURL} from 'node:url'

export const import_meta_url = /* @__PURE__ */ pathToFileURL(__filename).href
