#!/bin/sh
# Builds the screens with the npm on the PATH; Maven calls this. `build.sh test` runs their tests.
# What is up to date is left alone: packages by the lock file, the output by the age of its sources.
set -eu
cd "$(dirname "$0")"

fail() {
  echo "ui-static: $1" >&2
  exit 1
}

command -v node >/dev/null 2>&1 || fail "Node.js >= 20.19 is needed to build the user interface, and no 'node' is on the PATH. Install it (for example: apt-get install nodejs npm)."
command -v npm >/dev/null 2>&1 || fail "npm is needed to build the user interface, and no 'npm' is on the PATH. It comes with Node.js; on Debian: apt-get install npm."
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
  fail "Node.js >= 20.19 is needed to build the user interface, and $(command -v node) is $(node --version)."

# npm itself keeps this copy of the lock file, with the platform's other parts left out: a stamp of our own says what was installed.
stamp=node_modules/.installed-lock.json
if ! cmp -s package-lock.json "$stamp"; then
  echo "ui-static: npm ci"
  npm ci --no-audit --no-fund --loglevel=error || fail "npm could not fetch the packages (see above). Is the npm registry reachable?"
  cp package-lock.json "$stamp"
fi

if [ "${1:-build}" = test ]; then
  exec npm run --silent test
fi

page=target/classes/static/index.html
if [ -f "$page" ] && [ -z "$(find src index.html package-lock.json package.json tsconfig.json vite.config.ts -newer "$page" -print -quit)" ]; then
  echo "ui-static: up to date"
else
  npm run --silent build
fi
