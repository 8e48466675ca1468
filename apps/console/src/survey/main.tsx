/** @jsxImportSource preact */
import { render } from 'preact';
import { SurveyPage } from './survey-page';
import '../track/track.css';
import './survey.css';

const root = document.getElementById('root');
if (!root) throw new Error('survey.html has no element for the page');
root.textContent = '';
render(<SurveyPage token={location.pathname.split('/').at(-1) ?? ''} />, root);
