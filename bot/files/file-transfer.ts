import { type Download, downloadFile } from './download-file.ts';
import type { FileSettings } from './file-settings.ts';
import { type Upload, uploadFile } from './upload-file.ts';

/** Fetches and stores files where Teams keeps them. One attempt each; answers what became of it and never throws. */
export interface FileTransfer {
  download(address: string): Promise<Download>;
  upload(address: string, bytes: Uint8Array): Promise<Upload>;
}

export const createFileTransfer = (settings: FileSettings): FileTransfer => ({
  download: (address) => downloadFile(address, settings),
  upload: (address, bytes) => uploadFile(address, bytes, settings),
});
