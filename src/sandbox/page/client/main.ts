import { watchComposer } from './composer.ts'
import { watchDataTables } from './data-table.ts'
import { watchDoings } from './doings.ts'
import { watchElements } from './elements.ts'
import { watchLive } from './live.ts'
import { watchMenus } from './menus.ts'
import { watchMessages } from './message-scroll.ts'
import { watchNavigation } from './navigate.ts'
import { watchPeopleSearch } from './people-search.ts'
import { watchTypeaheads } from './typeahead.ts'
import { watchViews } from './views.ts'

watchMenus()
watchElements()
watchTypeaheads()
watchComposer()
watchViews()
watchDataTables()
watchDoings()
watchPeopleSearch()
watchMessages()
watchNavigation()
watchLive()
document.body.dataset.ready = ''
