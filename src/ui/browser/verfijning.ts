/** Klein gemak bovenop een pagina die zonder script al werkt. */

const menu = document.querySelector<HTMLDetailsElement>('details.oz-menu')

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !menu?.open) return
  menu.open = false
  menu.querySelector('summary')?.focus()
})

document.addEventListener('click', (event) => {
  if (menu?.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false
})

/** Op papier hoort alles open te staan, ook waar de browser dat niet met opmaak kan. */
const gesloten: HTMLDetailsElement[] = []

window.addEventListener('beforeprint', () => {
  for (const deel of document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')) {
    deel.open = true
    gesloten.push(deel)
  }
})

window.addEventListener('afterprint', () => {
  for (const deel of gesloten.splice(0)) deel.open = false
})

/** Na een afgekeurd formulier begint de lezer bij het overzicht van wat er mis is. */
document.getElementById('fouten')?.focus()

export {}
