import type { Known } from './visit.js';

/** In the place of the button that acts: a second factor first, by a link that comes back to this page. `children` say why. */
export const SecondFactorFirst = ({ visit: { say }, to, children }: { visit: Known; to: string; children?: unknown }) => (
  <>
    <p class="notice">{children}</p>
    <a class="act" href={to}>
      {say('验证第二因素', 'Show a second factor')}
    </a>
  </>
);
