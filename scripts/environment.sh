#!/usr/bin/env bash
# Make .venv from a lock file: `scripts/environment.sh requirements-test.lock`.
#
# Nothing is done when .venv holds that lock already: the stamp's name is a digest of the lock, of
# the project's description, of this folder and of the Python. Needs python3 (3.11 or later) only.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

lock=$1
python=${PYTHON:-python3}
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore PIP_NO_INPUT=1

say() { printf '%s\n' "$*" >&2; }

command -v "$python" >/dev/null || { say "没有找到 $python：请先安装 Python 3.11 或更高版本。"; exit 1; }
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    say "需要 Python 3.11 或更高版本，现有的是 $("$python" -V 2>&1)。可以指定：make PYTHON=python3.12 …"
    exit 1
}

digest() { { cat "$@"; pwd; "$python" -c 'import sys; print(sys.version, sys.base_prefix)'; } | sha256sum | cut -c1-16; }
packages_stamp=.venv/stamp-${lock%.lock}-$(digest "$lock")
project_stamp=.venv/stamp-project-$(digest pyproject.toml)

make_venv() {
    if [ -x .venv/bin/python ] && [ -e ".venv/stamp-base-$(digest /dev/null)" ]; then return; fi
    rm -rf .venv
    # Debian's python3 comes without ensurepip; it is in python3-venv.
    if ! "$python" -c 'import ensurepip' 2>/dev/null; then
        scripts/system-packages.sh --required python3-venv
    fi
    "$python" -m venv .venv || { rm -rf .venv; say "无法创建虚拟环境 .venv。"; exit 1; }
    touch ".venv/stamp-base-$(digest /dev/null)"
}

make_venv
if [ ! -e "$packages_stamp" ]; then
    say "正在安装 $lock 所列的软件包到 .venv …"
    .venv/bin/python -m pip install --quiet --require-hashes --only-binary :all: -r "$lock"
    rm -f .venv/stamp-"${lock%.lock}"-????????????????
    touch "$packages_stamp"
fi
# The bench's tools come without the program and its build backend.
if [ ! -e "$project_stamp" ] && [ "$lock" != requirements-bench.lock ]; then
    .venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
    rm -f .venv/stamp-project-*
    touch "$project_stamp"
fi
