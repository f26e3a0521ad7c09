import { isoOf } from '../../domain/model/instant.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { failing, Form, refusing, type Pages } from '../pages.js';
import { UnitWays } from '../unit-standing.js';
import { timeSaid } from '../words.js';
import type { Known, Shown } from '../visit.js';

async function calendarPage(visit: Known, address?: string): Promise<Shown> {
  const { c, deps, caller, say } = visit;
  const unit = c.req.param('id') ?? '';
  const standing = await deps.reading.status(caller, unit, {});
  if (isRefusal(standing)) return refusing(visit, standing);
  const own = caller.appointments.some(({ party }) => party === unit);
  const since = own ? await deps.calendar.since(caller, unit) : undefined;
  const at = `/units/${encodeURIComponent(unit)}/calendar`;
  const body = (
    <>
      <UnitWays visit={visit} unit={unit} />
      <p>
        {say(
          '在日历软件中订阅本单位的各项期限：日期变动随之更新，办结后移除。只含事项与日期，不含数据。',
          'Subscribe to the dates of your unit in a calendar program: they follow when they move, and go once they are done. Duties and dates only, no figures.',
        )}
      </p>
      {!own ? (
        <p class="notice">{say('订阅链接由本单位人员办理。', 'A link is made by people of the unit.')}</p>
      ) : (
        <>
          {address !== undefined && (
            <div class="notice" role="status">
              <p>
                <strong>{say('订阅地址（只显示这一次，请立即复制）', 'The address, shown this once: copy it now')}</strong>
              </p>
              <p>
                <code>{address}</code>
              </p>
              <p>
                <a href={address.replace(/^https?:/, 'webcal:')}>{say('在日历软件中打开', 'Open it in the calendar program')}</a>
              </p>
            </div>
          )}
          <p>
            {since === undefined
              ? say('您还没有订阅链接。', 'You have no link yet.')
              : say(
                  `您的链接自 ${timeSaid(isoOf(since))} 起有效；不再任职时自动失效。`,
                  `Your link works since ${timeSaid(isoOf(since))}; it ends with your appointment.`,
                )}
          </p>
          <Form visit={visit} action={at}>
            <p class="buttons">
              <button type="submit" name="do" value="renew">
                {since === undefined
                  ? say('生成订阅链接', 'Make a link')
                  : say('更换链接（旧的立即失效）', 'Make a new one: the old one ends')}
              </button>
              {since !== undefined && (
                <button class="second" type="submit" name="do" value="end">
                  {say('停用', 'End it')}
                </button>
              )}
            </p>
          </Form>
          <p class="hint">
            {say(
              '知道地址的人都能看到这些日期，请勿转发；日历不替代平台的通知。',
              'Whoever knows the address sees these dates: pass it on to nobody. A calendar does not stand for a notice.',
            )}
          </p>
        </>
      )}
    </>
  );
  return { title: `${say('日历订阅', 'Calendar')} · ${standing.name}`, body };
}

/** `/units/ID/calendar`: a person's own link to the dates of the unit. */
export function addCalendarPage(pages: Pages): void {
  pages.known('get', '/units/:id/calendar', (visit) => calendarPage(visit));
  pages.known('post', '/units/:id/calendar', async (visit) => {
    const { c, deps, caller, fields } = visit;
    const unit = c.req.param('id') ?? '';
    if (fields.get('do') === 'end') {
      const no = await deps.calendar.end(caller, unit);
      return no ? failing(visit, no) : { to: `/units/${encodeURIComponent(unit)}/calendar` };
    }
    const address = await deps.calendar.renew(caller, unit);
    return typeof address === 'string' ? calendarPage(visit, address) : failing(visit, address);
  });
}
