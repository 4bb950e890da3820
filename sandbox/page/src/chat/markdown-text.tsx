import { useLayoutEffect, useRef } from 'react';
import { renderMessageMarkdown } from '../cards/markdown.ts';
import { followLink } from '../state/follow-link.ts';

/** The text of a message. Links into Teams and to the lists open here, others in a new window. */
export function MarkdownText({ text, className }: { readonly text: string; readonly className?: string }) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const html = renderMessageMarkdown(text.replaceAll(/<\/?at>/g, ''));
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    for (const link of parsed.querySelectorAll('a')) {
      link.addEventListener('click', (event) => {
        event.preventDefault();
        followLink(link.href);
      });
    }
    host.current?.replaceChildren(...parsed.body.childNodes);
  }, [text]);
  return <div ref={host} className={className} />;
}
