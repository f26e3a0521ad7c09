import { Say, type Both } from '../../gateway/sign-in/page.js';

interface Props {
  readonly name: string;
  readonly shownBy: Both;
  readonly autocomplete: string;
  readonly maxlength: number;
  readonly autocapitalize?: 'characters';
  readonly inputmode?: 'numeric';
  readonly pattern?: string;
}

/** Where a short code is entered that something else shows. */
export const CodeEntry = ({ name, shownBy, ...input }: Props) => (
  <>
    <label for={name}>
      <Say {...shownBy} />
    </label>
    <input class="code" id={name} name={name} {...input} required />
    <div>
      <button type="submit">
        <Say zh="继续" en="Continue" />
      </button>
    </div>
  </>
);
