import { methodOf, pathOf, type Route, type RouteAnswer, type RouteRequest } from '#http-api/routes';
import { ApiProblem } from './api-problem';
import { checkHeldBack, holdBack } from './held-back';

/** Operations that take a form with a file. */
type UploadRoute = { [R in Route]: RouteRequest<R>['body'] extends FormData | undefined ? R : never }[Route] &
  `POST ${string}/attachments`;

export interface UploadRequest {
  readonly id: string;
  readonly form: FormData;
  readonly idempotencyKey: string;
  /** From 0 to 100, as it goes out. */
  readonly tell: (percent: number) => void;
}

/** Sends a form with a file, and tells how far it is, which `fetch` does not. @throws ApiProblem */
export async function upload<R extends UploadRoute>(route: R, request: UploadRequest): Promise<RouteAnswer<R>> {
  checkHeldBack(route);
  const response = await sent(methodOf(route), pathOf(route).replace(':id', encodeURIComponent(request.id)), request);
  if (response.ok) return (await response.json()) as RouteAnswer<R>;
  const refusal = await ApiProblem.of(response);
  holdBack(route, refusal);
  throw refusal;
}

function sent(method: string, path: string, { form, idempotencyKey, tell }: UploadRequest): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Idempotency-Key', idempotencyKey);
    request.upload.addEventListener('progress', ({ loaded, total }) => tell(Math.floor((loaded / total) * 100)));
    request.addEventListener('load', () => resolve(new Response(request.responseText, { status: request.status })));
    request.addEventListener('error', () => reject(ApiProblem.unreachable()));
    request.send(form);
  });
}
