import type { FiledDocument } from '../../domain/model/filed-document.js';
import type { Month } from '../../domain/model/instant.js';
import type { Json } from '../../domain/model/json.js';
import type { Form } from '../../regulation/forms/form.js';
import { shortFormOf, type NamedFile } from './brings.js';
import { countOf, type NamedFinding } from './findings.js';
import type { Computed } from './totals.js';
import type { Values } from './values.js';

/** A version that is filed. */
export interface Filed {
  readonly id: string;
  readonly version: number;
  readonly sha256: string;
  readonly values: Values;
  readonly totals?: Computed | undefined;
  readonly files: readonly NamedFile[];
  readonly month?: Month | undefined;
  readonly findings: readonly NamedFinding[];
}

/** What an act that names a document is in full: the short form, computed, and which document it was computed from. */
export interface Filing {
  readonly brings: Readonly<Record<string, Json>>;
  readonly document: FiledDocument;
}

/** Of a total that is stated otherwise than it is computed. */
const differsIn = (findings: readonly NamedFinding[]): Pick<FiledDocument, 'differs'> => {
  const { stated, computed } = findings.find(({ code, about }) => code === 'total-differs' && about === 'total')?.numbers ?? {};
  return stated === undefined || computed === undefined ? {} : { differs: { stated, computed } };
};

/** A filing computed from its document; `sealed` where the act bears a seal: whether there is one. */
export function filingOf(form: Form, filed: Filed, sealed?: boolean): Filing {
  const { id, version, sha256, findings } = filed;
  return {
    brings: {
      ...shortFormOf(form, filed),
      ...(form.filing === undefined ? {} : { filing: form.filing }),
      ...(sealed === undefined ? {} : { sealed }),
    },
    document: { id, version, sha256, findings: countOf(findings), ...differsIn(findings) },
  };
}
