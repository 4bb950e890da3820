import vm from 'node:vm';
import { keepCode } from './keep-code.ts';

// For Node to import before Jest begins, in each of its processes.
keepCode(vm);
