import type { Visit } from './visit.js';

/** Where files are chosen and sent, inside of a form that carries what else it needs. */
export const ChooseFiles = ({ visit: { say } }: { visit: Pick<Visit, 'say'> }) => (
  <>
    <label for="file">{say('选择文件（可多选）', 'Choose files (one or several)')}</label>
    <p class="hint" id="file-hint">
      {say('pdf、xlsx、docx、csv、png、jpg、zip；一次至多 20 个', 'pdf, xlsx, docx, csv, png, jpg, zip; at most 20 at once')}
    </p>
    <input id="file" name="file" type="file" multiple required aria-describedby="file-hint" />
    <button class="second" type="submit">
      {say('上传', 'Upload')}
    </button>
  </>
);
