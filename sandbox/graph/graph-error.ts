/** A refusal in Graph's own terms: status, code and message as the real service gives them. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;
  /** A more exact code, inside `innerError`. */
  readonly innerCode: string | undefined;
  /** SharePoint's throttling answers come without `innerError`. */
  readonly hasInnerError: boolean;

  constructor({ status, code, message, headers = {}, innerCode, hasInnerError = true }: GraphErrorOptions) {
    super(message);
    this.name = 'GraphError';
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.innerCode = innerCode;
    this.hasInnerError = hasInnerError;
  }
}

export interface GraphErrorOptions {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Record<string, string>;
  readonly innerCode?: string;
  readonly hasInnerError?: boolean;
}

/** 400, SharePoint's code for anything it can't accept. */
export function invalidRequest(message: string): GraphError {
  return new GraphError({ status: 400, code: 'invalidRequest', message });
}

/** 400 with SharePoint's catch-all code and text. */
export function generalException(): GraphError {
  return new GraphError({
    status: 400,
    code: 'generalException',
    message: 'General exception while processing',
  });
}

/** 400, the code of the layer that reads requests before SharePoint does. */
export function badRequest(message: string): GraphError {
  return new GraphError({ status: 400, code: 'BadRequest', message });
}

/** 404 for a list, column, item or version. */
export function itemNotFound(message = 'The specified item was not found'): GraphError {
  return new GraphError({ status: 404, code: 'itemNotFound', message });
}

/** 409 for a second thing of the same name. */
export function nameAlreadyExists(message = 'The specified item name already exists.'): GraphError {
  return new GraphError({ status: 409, code: 'nameAlreadyExists', message });
}

/** 412 when If-Match names another version, 409 when two writes overlapped. */
export function resourceModified(status: 409 | 412): GraphError {
  return new GraphError({
    status,
    code: 'resourceModified',
    message: 'The resource has changed since the caller last read it; usually an eTag mismatch',
  });
}

/** 501: real Graph can do this, the sandbox can't. */
export function notImplemented(thing: string): GraphError {
  return new GraphError({
    status: 501,
    code: 'notImplemented',
    message: `The sandbox does not have ${thing}.`,
  });
}
