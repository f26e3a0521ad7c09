import { isAmount } from '../../domain/model/amount.js';
import { isMailAddress } from '../../domain/model/mail-address.js';
import type { Unit } from '../../domain/model/case.js';
import type { Day } from '../../domain/model/instant.js';
import { districtMeant, type District } from '../../regulation/districts.js';
import { error, type Finding } from '../finding.js';
import { unseenIn } from '../table/cell-findings.js';
import type { Fields } from '../table/columns.js';
import { answerMeant, dayMeant, kindMeant, type FLAGS, type RegisterColumn } from './columns.js';

/** An id is a name in addresses, workflow ids and file names: letters, digits, dots and dashes. */
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const NAME = /^[^\p{C}]{1,100}$/u;
const TELEPHONE = /^\+?[\d\s()-]{5,30}$/;
/** Names of parties that are no units. */
const PARTIES = ['city', 'exchange', 'platform'];

/** One line of a register while it is read: each cell as what it means, and what is wrong with it. */
export class LineReader {
  readonly findings: Finding[] = [];
  private readonly fields: Fields<RegisterColumn>;
  private readonly districts: readonly District[];

  constructor(fields: Fields<RegisterColumn>, districts: readonly District[]) {
    this.fields = fields;
    this.districts = districts;
  }

  at(column: RegisterColumn) {
    return { line: this.fields.line, column };
  }
  said(column: RegisterColumn): string {
    return this.fields.of[column];
  }

  private needed(column: RegisterColumn): string | undefined {
    const said = this.said(column);
    if (said !== '') return said;
    this.findings.push(error('empty-cell', this.at(column), '不能为空', 'must not be empty'));
    return undefined;
  }

  id(): string | undefined {
    const said = this.needed('id');
    if (said === undefined) return undefined;
    if (ID.test(said) && !PARTIES.includes(said) && !this.districts.some(({ id }) => id === said)) return said;
    this.findings.push(
      error(
        'bad-id',
        this.at('id'),
        `“${said}”不能作为单位编号：须为字母、数字、点、横线，且不与主管部门同名`,
        `${said} is no unit's id: letters, digits, dots and dashes, and not an authority's name`,
      ),
    );
    return undefined;
  }

  name(): string | undefined {
    const said = this.needed('name');
    if (said === undefined || NAME.test(said)) return said;
    this.findings.push(
      error('bad-name', this.at('name'), '名称过长或含控制字符', 'is too long a name, or has control characters'),
    );
    return undefined;
  }

  kind(): Unit['kind'] | undefined {
    const said = this.needed('kind');
    const meant = said === undefined ? undefined : kindMeant(said);
    if (said !== undefined && meant === undefined)
      this.findings.push(
        error(
          'bad-kind',
          this.at('kind'),
          `“${said}”应为“重点碳排放单位”或“一般报告单位”`,
          `${said} must be key (重点碳排放单位) or general (一般报告单位)`,
        ),
      );
    return meant;
  }

  district(): string | undefined {
    const said = this.needed('district');
    const meant = said === undefined ? undefined : districtMeant(said, this.districts);
    if (said === undefined || meant) return meant?.id;
    const bodies = this.districts.filter(({ area }) => area === said).map(({ authority }) => authority);
    this.findings.push(
      error(
        'unknown-district',
        this.at('district'),
        bodies.length > 0 ? `“${said}”有${bodies.join('、')}，请写明其一` : `没有名为“${said}”的区`,
        bodies.length > 0
          ? `${said} has more than one body: name the one`
          : `no district is called ${said}: name it as the documentation lists it`,
      ),
    );
    return undefined;
  }

  mail(): string | undefined {
    const said = this.needed('mail');
    if (said === undefined || isMailAddress(said)) return said;
    const unseen = unseenIn(said);
    const [zh, en] =
      unseen === undefined ? ['', ''] : [`（含看不见的字符 ${unseen}）`, ` (it holds ${unseen}, which nobody sees)`];
    this.findings.push(
      error('bad-mail', this.at('mail'), `“${said}”不是一个电子邮箱${zh}`, `${said} is not one mail address${en}`),
    );
    return undefined;
  }

  /** Telephone and the door of its own system, as far as they are named. */
  reached(): { readonly telephone?: string; readonly webhook?: string } {
    const [telephone, webhook] = [this.said('telephone'), this.said('webhook')];
    if (telephone !== '' && !TELEPHONE.test(telephone))
      this.findings.push(
        error('bad-telephone', this.at('telephone'), `“${telephone}”不是电话号码`, `${telephone} is no telephone number`),
      );
    if (webhook !== '' && !(URL.canParse(webhook) && new URL(webhook).protocol === 'https:'))
      this.findings.push(
        error('bad-webhook', this.at('webhook'), `“${webhook}”应为 https 地址`, `${webhook} must be an address of https`),
      );
    return { ...(telephone === '' ? {} : { telephone }), ...(webhook === '' ? {} : { webhook }) };
  }

  answer(column: 'newlyListed' | 'lastSettled' | (typeof FLAGS)[number]): boolean | undefined {
    const said = this.said(column);
    const meant = answerMeant(said);
    if (said !== '' && meant === undefined)
      this.findings.push(error('bad-yes-no', this.at(column), `“${said}”应为“是”或“否”`, `${said} must be yes (是) or no (否)`));
    return meant;
  }

  approved(): string | undefined {
    const said = this.said('lastApproved');
    if (said === '' || isAmount(said)) return said || undefined;
    this.findings.push(
      error(
        'bad-amount',
        this.at('lastApproved'),
        `“${said}”应为不小于零的十进制数，不加分隔符和单位`,
        `${said} must be a decimal number of tonnes, not negative, without separators or unit`,
      ),
    );
    return undefined;
  }

  day(column: 'listedOn'): Day | undefined {
    const said = this.said(column);
    const meant = dayMeant(said);
    if (said !== '' && meant === undefined)
      this.findings.push(
        error(
          'bad-day',
          this.at(column),
          `“${said}”不是日期，请按年-月-日填写，例如 2024-07-01`,
          `${said} is no day: write it like 2024-07-01`,
        ),
      );
    return meant;
  }
}
