import { Failed } from '../../components/failed/failed'
import { Page } from '../../components/page/page'
import { Skeleton } from '../../components/skeleton/skeleton'
import { ChoosePost } from './choose-post'
import { DepartmentHome } from './department-home'
import { OfficeHome } from './office-home'
import { StrangerHome } from './stranger-home'
import { UnitHome } from './unit-home'
import { useHome } from './use-home'
import './home.css'

/** Where the program opens: what is still to be done, by whoever opens it. */
export default function Home() {
  const home = useHome()
  const { large, switchLarge } = home
  const type = { large, switchLarge }
  const others = home.whoAmI && home.whoAmI.posts.length > 1 ? home.changePost : undefined
  switch (home.place.kind) {
    case 'loading':
      return (
        <Page id="home-loading" large={large}>
          <Skeleton rows={3} />
        </Page>
      )
    case 'failed':
      return (
        <Page id="home-failed" large={large}>
          <Failed problem={home.place.problem} onRetry={home.reload} />
        </Page>
      )
    case 'stranger':
      return <StrangerHome type={type} whoAmI={home.whoAmI} />
    case 'choosing':
      return <ChoosePost type={type} posts={home.whoAmI?.posts ?? []} onChoose={home.choose} />
    case 'unit':
      return <UnitHome type={type} onChangePost={others} />
    case 'department':
      return <DepartmentHome type={type} onChangePost={others} />
    case 'office':
      return <OfficeHome type={type} whoAmI={home.whoAmI} onChangePost={others} />
  }
}
