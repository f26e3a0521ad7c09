import type { Preview } from '../../desk/approvals/preview.js';
import { Foreseen } from '../approval-preview.js';
import type { Known } from '../visit.js';

/** What would come of it as things stand now; that nothing is decided by looking. */
export const WouldDo = ({ visit, preview }: { visit: Known; preview: Preview | undefined }) => {
  const { say } = visit;
  if (!preview)
    return (
      <p class="hint">
        {say(
          '此类事项的效果在提案页上显示；提出后可以撤回。',
          'What this would do is shown at the proposal, which you can withdraw.',
        )}
      </p>
    );
  const { wouldBeRefused } = preview.totals;
  return (
    <>
      <Foreseen visit={visit} preview={preview} />
      {wouldBeRefused > 0 && (
        <p class="notice wrong">
          {say(
            '按现在的情况会被拒绝：请修改，或者待情况变化后再提出。仍可提出，批准时再判断一次。',
            'As things stand it would be refused: change it, or wait. It can be proposed all the same, and is judged again when it is approved.',
          )}
        </p>
      )}
    </>
  );
};
