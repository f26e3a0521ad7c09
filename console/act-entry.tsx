import type { Child } from 'hono/jsx';
import type { UnitStanding } from '../views/unit-status.js';
import { ROWS, type Field } from './act-forms.js';
import { Table } from './pages.js';
import { productSaid, tonnesSaid } from './words.js';
import type { Known } from './visit.js';

interface Asked {
  readonly visit: Known;
  readonly field: Field;
  readonly entered: ReadonlyMap<string, string>;
  readonly unit: UnitStanding;
}

const RESULTS = [
  ['pass', '通过', 'Pass'],
  ['return', '退回', 'Return'],
] as const;

const Tick = ({ visit, field: { name, zh, en }, entered }: Asked) => (
  <label class="tick">
    <input type="checkbox" name={name} value="yes" checked={entered.get(name) === 'yes'} /> {visit.say(zh, en)}
  </label>
);

const Choice = ({ visit, field: { name, zh, en, options = RESULTS }, entered }: Asked) => (
  <fieldset>
    <legend>{visit.say(zh, en)}</legend>
    {options.map(([one, zhOne, enOne]) => (
      <label class="tick">
        <input type="radio" name={name} value={one} checked={entered.get(name) === one} required /> {visit.say(zhOne, enOne)}
      </label>
    ))}
  </fieldset>
);

/** What the address of the form says: shown, and sent along. */
const Given = ({ visit, field: { name, zh, en }, entered }: Asked) => (
  <p>
    {visit.say(`${zh}：`, `${en}: `)}
    <b>{entered.get(name) ?? ''}</b>
    <input type="hidden" name={name} value={entered.get(name) ?? ''} />
  </p>
);

const Titled = ({ asked, children }: { asked: Asked; children: Child }) => {
  const { zh, en, hint } = asked.field;
  return (
    <>
      <h2>{asked.visit.say(zh, en)}</h2>
      {hint && <p class="hint">{asked.visit.say(...hint)}</p>}
      {children}
    </>
  );
};

const SHOWN_ROWS = 4;
const Rows = (asked: Asked) => {
  const { visit, field, entered } = asked;
  const columns = field.columns ?? [];
  const head = columns.map(
    ({ zh, en, optional }) => `${visit.say(zh, en)}${optional ? visit.say('（选填）', ' (optional)') : ''}`,
  );
  const at = (n: number, column: string): string => `${field.name}.${String(n)}.${column}`;
  const last =
    Array.from({ length: ROWS }, (_, n) => n).findLast((n) => columns.some(({ name }) => entered.has(at(n, name)))) ?? 0;
  const rows = Array.from({ length: Math.min(ROWS, Math.max(SHOWN_ROWS, last + 2)) }, (_, n) =>
    columns.map(({ name, as }, m) => (
      <input
        name={at(n, name)}
        value={entered.get(at(n, name)) ?? ''}
        aria-label={`${head[m] ?? ''} ${String(n + 1)}`}
        autocomplete="off"
        {...(as === 'number' ? { inputmode: 'decimal' } : {})}
      />
    )),
  );
  return (
    <Titled asked={asked}>
      <Table head={head} rows={rows} label={visit.say(field.zh, field.en)} />
    </Titled>
  );
};

/** The lots that the account holds of other products than allowances, with a quantity of each to enter. */
const Lots = (asked: Asked) => {
  const { visit, field, entered, unit } = asked;
  const lots = unit.holdings.filter(({ product }) => product !== 'allowance');
  const { say } = visit;
  return (
    <Titled asked={asked}>
      {lots.length === 0 ? (
        <p>
          {say(
            '账户中没有抵销产品：先买入并在账户登记后再申请。',
            'The account holds no offsets: buy some first, and apply once they are in the account.',
          )}
        </p>
      ) : (
        <Table
          head={[say('批次', 'Lot'), say('产品', 'Product'), say('持有（吨）', 'Held (t)'), say('使用（吨）', 'To use (t)')]}
          rows={lots.map(({ lot, product, quantity }) => [
            lot,
            productSaid(visit, product),
            tonnesSaid(quantity),
            <input
              name={`${field.name}.${lot}`}
              value={entered.get(`${field.name}.${lot}`) ?? ''}
              inputmode="numeric"
              aria-label={`${say('使用', 'to use of')} ${lot}`}
              autocomplete="off"
            />,
          ])}
          label={say(field.zh, field.en)}
          numeric={[2]}
        />
      )}
    </Titled>
  );
};

const Text = ({ visit, field, entered }: Asked) => {
  const { name, as, zh, en, hint, optional } = field;
  const value = entered.get(name) ?? '';
  const told = { id: name, name, ...(hint ? { 'aria-describedby': `${name}-hint` } : {}) };
  const isShort = as === 'number' || as === 'count' || as === 'line';
  return (
    <>
      <label for={name}>
        {visit.say(zh, en)}
        {optional && <span class="quiet">{visit.say('（选填）', ' (optional)')}</span>}
      </label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {visit.say(...hint)}
        </p>
      )}
      {isShort ? (
        <input
          {...told}
          value={value}
          autocomplete="off"
          required={!optional}
          {...(as === 'number' ? { inputmode: 'decimal' } : as === 'count' ? { inputmode: 'numeric' } : {})}
        />
      ) : (
        <textarea {...told} rows={as === 'lines' ? 4 : 6} required={as === 'text' && !optional}>
          {value}
        </textarea>
      )}
    </>
  );
};

/** One field of a short form. */
export const ActEntry = (asked: Asked) => {
  switch (asked.field.as) {
    case 'tick':
      return <Tick {...asked} />;
    case 'result':
    case 'choice':
      return <Choice {...asked} />;
    case 'given':
    case 'given-number':
      return <Given {...asked} />;
    case 'rows':
      return <Rows {...asked} />;
    case 'lots':
      return <Lots {...asked} />;
    case 'number':
    case 'count':
    case 'line':
    case 'text':
    case 'lines':
      return <Text {...asked} />;
  }
};
