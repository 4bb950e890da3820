import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { adoptTabAddress } from './hosting/tab-address.ts';
import './page.css';

adoptTabAddress();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
