/**
 * Pictures of real reports: runs the demo and shows its job summaries in Chromium, in GitHub's two widths, light and
 * dark, in the folder `report`. The two of the README go to `docs/images`. Without Chromium it says so and makes none.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import MarkdownIt from 'markdown-it';

const ROOT = join(import.meta.dirname, '..');
const REPORTS = join(ROOT, 'report');
const IMAGES = join(ROOT, 'docs/images');
/** Pixels: a summary's column on a desktop, and on a phone. */
const WIDTHS = [1012, 400] as const;
const SCHEMES = {
  light: {
    text: '#1f2328',
    page: '#ffffff',
    muted: '#59636e',
    line: '#d1d9e0',
    code: '#818b981f',
    row: '#f6f8fa',
    link: '#0969da',
  },
  dark: {
    text: '#f0f6fc',
    page: '#0d1117',
    muted: '#9198a1',
    line: '#3d444d',
    code: '#656c7633',
    row: '#151b23',
    link: '#4493f8',
  },
} as const;
type Scheme = keyof typeof SCHEMES;
/** What the README shows, by report. */
const SHOWN: Readonly<Record<string, string>> = { '2-rejection': 'rejection', '3-promotion': 'promotion' };

/** The measures of GitHub's own style sheet (primer/css, `markdown-body`). */
function page(markdown: string, scheme: Scheme, width: number): string {
  const { text, page: paper, muted, line, code, row, link } = SCHEMES[scheme];
  const body = new MarkdownIt({ html: true }).render(markdown);
  return `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 24px; width: ${width - 48}px; color: ${text}; background: ${paper};
  font: 16px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; overflow-wrap: break-word }
a { color: ${link} } h2 { font-size: 24px; padding-bottom: 7px; border-bottom: 1px solid ${line} } h3 { font-size: 20px }
table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse }
th, td { padding: 6px 13px; border: 1px solid ${line} } tr:nth-child(2n) td { background: ${row} }
code { padding: .2em .4em; font: 85% ui-monospace, "DejaVu Sans Mono", monospace; background: ${code}; border-radius: 6px }
pre { padding: 16px; background: ${row}; overflow: auto } blockquote { color: ${muted}; border-left: 4px solid ${line}; padding-left: 1em; margin: 0 }
</style><body>${body}`;
}

function chromium(): string | null {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  return names.find((name) => spawnSync(name, ['--version']).status === 0) ?? null;
}

/** One picture. Chromium shows as much of a page as its window is high, so that is asked for first. */
function picture(program: string, html: string, width: number, file: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'screenshot-'));
  const source = join(folder, 'page.html');
  writeFileSync(source, html);
  const shoot = (height: number, more: readonly string[]) =>
    spawnSync(program, [
      ...[
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--hide-scrollbars',
        '--force-device-scale-factor=1',
      ],
      ...[`--user-data-dir=${join(folder, 'profile')}`, `--window-size=${width},${height}`, ...more],
      pathToFileURL(source).href,
    ]);
  writeFileSync(source, `${html}<script>document.title = document.documentElement.scrollHeight</script>`);
  const dom = shoot(800, ['--dump-dom']).stdout.toString();
  const height = Number(/<title>(\d+)<\/title>/.exec(dom)?.[1] ?? 2000);
  const { status, stderr } = shoot(height, [`--screenshot=${file}`]);
  rmSync(folder, { recursive: true, force: true });
  if (status !== 0) throw new Error(`Chromium made no ${file}: ${stderr.toString()}`);
}

function main(): void {
  const program = chromium();
  if (program === null) {
    console.error(
      'SKIPPED: no Chromium on this machine, so no picture was made (Debian: apt-get install chromium).',
    );
    return;
  }
  const demo = spawnSync('npm', ['run', '--silent', 'demo'], { cwd: ROOT, stdio: 'inherit' });
  if (demo.status !== 0) throw new Error('The demo failed.');
  mkdirSync(IMAGES, { recursive: true });
  for (const report of readdirSync(REPORTS).filter((file) => file.endsWith('.md'))) {
    const name = basename(report, '.md');
    const markdown = readFileSync(join(REPORTS, report), 'utf8');
    for (const scheme of ['light', 'dark'] as const) {
      for (const width of WIDTHS) {
        const html = page(markdown, scheme, width);
        picture(program, html, width, join(REPORTS, `${name}-${width}-${scheme}.png`));
      }
    }
    const shown = SHOWN[name];
    // Only the first screen: the rest is folded away by most readers as well.
    if (shown !== undefined) {
      const [first = ''] = markdown.split('\n### Versions');
      picture(program, page(first, 'light', 1012), 1012, join(IMAGES, `${shown}.png`));
    }
  }
}

main();
