/** @jsxImportSource preact */
import { render } from 'preact';
import { TrackPage } from './track-page';
import './track.css';

const root = document.getElementById('root');
if (!root) throw new Error('track.html has no element for the page');
root.textContent = '';
render(<TrackPage />, root);
