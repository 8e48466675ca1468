import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig } from 'vite';

/** Where the hotline answers while the console is developed with `npx vite apps/console`. */
const hotline = process.env.HOTLINE_URL ?? 'http://127.0.0.1:12345';

const page = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  // The libraries are read from their sources: the condition "source" of the package's "imports".
  resolve: { conditions: ['source', ...defaultClientConditions] },
  server: { proxy: { '/api': hotline } },
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    // Citizens' telephones are old: ES2018 came in that year.
    target: 'es2018',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: {
      // The console, and the citizens' pages, which load nothing of it.
      input: { index: page('index.html'), track: page('track.html'), survey: page('survey.html') },
      output: {
        // What rarely changes apart from our pages, so that browsers keep it; the chart's library only where a chart is.
        codeSplitting: {
          groups: [
            // What newer syntax is made of for older browsers: in a chunk of a library it would bring that one along.
            { name: 'syntax', test: /@oxc-project\+runtime/, priority: 1 },
            { name: 'antd', test: /node_modules[\\/](antd|@ant-design|@rc-component|dayjs)[\\/]/ },
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|react-router|react-router-dom|scheduler|@tanstack)[\\/]/,
            },
          ],
        },
      },
    },
  },
});
