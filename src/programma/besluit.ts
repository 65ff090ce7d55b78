/** Organen die over een plan besluiten; `onbekend` zolang het document zijn besluit niet noemt. */
export const ORGANEN = ['raad', 'college', 'stuurgroep', 'directie', 'onbekend'] as const

/** Wat de programmamanager van een bevinding kan zeggen. Het laatste oordeel geldt. */
export const OORDELEN = ['opgelost', 'bewust', 'heropend'] as const
