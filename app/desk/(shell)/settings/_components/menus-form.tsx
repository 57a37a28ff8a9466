'use client'
import type { MenuEntry } from '#lib/settings/menus.ts'
import type { PublicationSettings } from '#lib/settings/settings.ts'
import { HouseForm } from './house-form.tsx'
import { MenuRows } from './menu-rows.tsx'
import { useHouse } from './use-house.ts'

type Menus = Pick<PublicationSettings, 'headerMenu' | 'footerMenu'>

const menus = [
  { key: 'headerMenu', title: 'In the header', usual: 'Your sections, the lists, all reviews and the search.' },
  {
    key: 'footerMenu',
    title: 'In the footer',
    usual: 'Every page of its own. Your sections stand beside it either way.',
  },
] as const

interface MenusFormProps {
  stored: Menus
  /** What stands there while the house has made none. */
  usual: Record<keyof Menus, MenuEntry[]>
  /** Pages to choose from. */
  pages: MenuEntry[]
}

/** Where the head and the foot of every page lead. */
export function MenusForm({ stored, usual, pages }: MenusFormProps) {
  const house = useHouse('menus', stored)
  const { value, type, answer } = house
  return (
    <HouseForm house={house} hasPreview>
      {menus.map(({ key, title, usual: about }) => (
        <MenuRows
          key={key}
          id={key}
          title={title}
          about={about}
          entries={value[key]}
          usual={usual[key]}
          pages={pages}
          problems={answer.fields ?? {}}
          onChange={entries => type({ [key]: entries })}
        />
      ))}
    </HouseForm>
  )
}
