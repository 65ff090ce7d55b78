import type { Child } from 'hono/jsx'
import { Kop, type Niveau } from '#ui/kop.tsx'

export type Tegel = { vraag: string; groot: Child; bij: Child; href: string }

/** De drie W-vragen: wat willen we bereiken, wat doen we daarvoor, wat mag het kosten. */
export function Tegels(props: { tegels: readonly Tegel[]; niveau?: Niveau | undefined }) {
  return (
    <ul class="oz-tegels">
      {props.tegels.map((tegel) => (
        <li>
          <div class="oz-tegel">
            <div class="oz-tegel__vraag">
              <Kop niveau={props.niveau ?? 2}>
                <a href={tegel.href}>{tegel.vraag}</a>
              </Kop>
            </div>
            <p class="oz-tegel__groot">{tegel.groot}</p>
            <p class="oz-tegel__bij">{tegel.bij}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
