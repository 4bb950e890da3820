import { PatchType, patchDocument } from 'docx';
import type { Paper } from '../../../plan/content/paper.ts';
import { oneLine } from '../clean-text.ts';
import { wordBody } from './body.ts';
import { type OpenTemplate, openTemplate } from './open-template.ts';
import { repack } from './repack.ts';
import { NUMBERING } from './styles.ts';
import { templateFault } from './template-faults.ts';
import { type TemplateStyles, templateStyles } from './template-styles.ts';

/**
 * A paper in a council's own document, in place of the line `{{report}}`; everything else of it stays.
 * @throws AppError `BAD_INPUT`, see `templateFault`
 */
export async function fillTemplate(paper: Paper, bytes: Uint8Array): Promise<Uint8Array> {
  const template = openTemplate(bytes);
  const styles = templateStyles(template.styles);
  return repack(await patched(paper, template, styles), (path, text) =>
    path === 'word/styles.xml' ? text.replace('</w:styles>', `${styles.missing}</w:styles>`) : text,
  );
}

async function patched(
  paper: Paper,
  { bytes, textWidth }: OpenTemplate,
  { ids }: TemplateStyles,
): Promise<Uint8Array> {
  try {
    return await patchDocument({
      outputType: 'uint8array',
      data: bytes,
      trimPlaceholders: true,
      // A paper may say {{report}} itself.
      recursive: false,
      numbering: NUMBERING,
      properties: { title: oneLine(paper.title) },
      patches: {
        report: { type: PatchType.DOCUMENT, children: [...wordBody(paper, { styles: ids, textWidth })] },
      },
    });
  } catch (cause) {
    throw templateFault('cannot be filled', cause);
  }
}
