import type { SendRequest } from '../../../controls/conversation-shapes.ts';

type SentFile = NonNullable<SendRequest['files']>[number];

/** A chosen file as the sandbox's controls take it. @throws DOMException when it can't be read any more */
export function readFile(file: File): Promise<SentFile> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error(`${file.name} can’t be read.`));
    reader.onload = () => {
      // `data:<type>;base64,<content>`
      const [, contentBase64 = ''] = String(reader.result).split(',');
      resolve({ name: file.name, contentBase64 });
    };
    reader.readAsDataURL(file);
  });
}
