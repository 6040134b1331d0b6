#!/usr/bin/env bash
# Put the free fonts of official documents (仿宋, 楷体) into .venv/share/fonts.
#
# They are in Debian's texlive-lang-chinese; of its 49 MB only two fonts are kept, and nothing of TeX
# is installed. `--required`, or CI=true: give status 1 where they cannot be had.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

required=${CI:+1}
if [ "${1:-}" = --required ]; then required=1; fi

package=texlive-lang-chinese
fonts=(FandolFang-Regular.otf FandolKai-Regular.otf)
folder=.venv/share/fonts

there() { for font in "${fonts[@]}"; do [ -f "$folder/$font" ] || return 1; done; }
there && exit 0

update() {
    if [ "$(id -u)" = 0 ]; then apt-get -qq update; else sudo --non-interactive apt-get -qq update; fi
}

fetch() {
    local place
    place=$(mktemp -d)
    # apt-get's own user must be able to write there.
    chmod 755 "$place"
    (
        cd "$place"
        apt-get -qq download "$package" || { update && apt-get -qq download "$package"; }
        dpkg-deb --extract "$package"_*.deb unpacked
    ) >"$place/log" 2>&1 </dev/null || { cat "$place/log" >&2; rm -rf "$place"; return 1; }
    mkdir -p "$folder"
    for font in "${fonts[@]}"; do
        find "$place/unpacked" -name "$font" -exec cp {} "$folder/$font.new" \;
        mv "$folder/$font.new" "$folder/$font"
    done
    rm -rf "$place"
}

if command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null; then
    echo "正在取公文字体（$package 中的 FandolFang、FandolKai）…" >&2
    fetch || true
fi
there && exit 0
echo "缺少公文字体：请安装 sudo apt-get install $package，或把仿宋、楷体字体文件放进 $folder/" >&2
[ -z "$required" ]
