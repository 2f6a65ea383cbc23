import '@fontsource-variable/inter/wght.css'
import '../styles/tokens.css'
import '../styles/base.css'
import './help.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { bridge } from '../bridge'
import { HelpPage } from './help-page'

/** The window of the help, which knows no document. */

const root = document.getElementById('root')
if (!root) throw new Error('the page has no place for the help')
const first = await bridge.helpTopic()
createRoot(root).render(
  <StrictMode>
    <HelpPage first={first} />
  </StrictMode>,
)
