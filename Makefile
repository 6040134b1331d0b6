# 标杆 / Biaogan. `make` alone lists what there is.
# Needs python3 (3.11 or later) and make; everything else is installed into .venv.

SHELL := /bin/bash
PYTHON ?= python3
export PYTHON
# Cases in the library that `make bench` makes: make bench N=10000. Options of its two halves:
# BENCH="--programs biaogan,material --runs 1", SEARCH="--engines ours,pagefind". Its third part takes
# 100 documents, its fourth writes N cases as documents.
N ?= 1000
# What the tests need from the system; a missing one skips them visibly, but fails under CI=true.
# `command=package` is installed only where the command is missing.
SYSTEM_PACKAGES := chromium fonts-noto-cjk node=nodejs npm=npm java=default-jre-headless \
                   nginx libnginx-mod-http-brotli-filter soffice=libreoffice-writer-nogui libreoffice-impress-nogui libreoffice-math-nogui

# One more than there are cores: tests in a browser wait for it half of their time. They stand together,
# so the process that has most of them would work alone in the end: the others take some over.
processes = $(shell expr $$(nproc) + 1)

# Compiled code is kept, whatever this machine says: tests start the program a thousand times.
export PYTHONDONTWRITEBYTECODE :=

environment = @scripts/environment.sh
bin := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help site serve fonts vendored test check format bench faults screenshots lighthouse lock clean

help: ## 列出可用的命令
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST)

site: ## 生成网站到 site/
	$(environment) requirements.lock
	@$(bin)/biaogan build

serve: ## 边写边看：保存后自动刷新；选项写在 SERVE 里：make serve SERVE="--drafts --open"
	$(environment) requirements.lock
	@$(bin)/biaogan serve $(SERVE)

fonts: ## 取 PDF 所用的字体：思源宋体、黑体，仿宋、楷体
	$(environment) requirements.lock
	@scripts/system-packages.sh --required fonts-noto-cjk
	@scripts/fonts.sh --required

vendored: ## 取随网站发布的他人程序：讨论所用的 Waline 网页端（需要 npm）
	@scripts/node-packages.sh --required theme/vendor

test: ## 安装测试所需并运行全部测试
	$(environment) requirements-test.lock
	@scripts/system-packages.sh $(SYSTEM_PACKAGES)
	@scripts/fonts.sh
	@scripts/node-packages.sh tests/tools
	@scripts/node-packages.sh theme/vendor
	@$(bin)/python -m pytest --numprocesses $(processes) --dist worksteal $(PYTEST)

check: ## 检查代码：格式、规范、类型
	$(environment) requirements-test.lock
	@$(bin)/ruff check --quiet .
	@$(bin)/ruff format --quiet --check .
	@$(bin)/mypy --no-error-summary

format: ## 整理代码格式
	$(environment) requirements-test.lock
	@$(bin)/ruff check --quiet --fix-only .
	@$(bin)/ruff format --quiet .

bench: ## 与同类工具比较生成、预览和检索的速度、内存、体积，并计取用文稿、制作文档的时间：make bench N=10000；只比其一：ONLY=builds、search、intake 或 documents
	$(environment) requirements-test.lock
	$(environment) requirements-bench.lock
	@scripts/system-packages.sh --required chromium node=nodejs npm=npm
ifeq ($(filter search intake documents,$(ONLY)),)
	@scripts/node-packages.sh --required tests/bench/eleventy
	@$(bin)/python -m tests.bench.run --cases $(N) $(BENCH)
endif
ifeq ($(filter builds intake documents,$(ONLY)),)
	@scripts/node-packages.sh --required tests/bench/search
	@$(bin)/python -m tests.bench.search --cases $(N) $(SEARCH)
endif
ifeq ($(filter builds search documents,$(ONLY)),)
	@$(bin)/python -m tests.bench.intake --documents 100
endif
ifeq ($(filter builds search intake,$(ONLY)),)
	@scripts/fonts.sh --required
	@$(bin)/python -m tests.bench.documents --cases $(N)
endif

faults: ## 在随机时刻中断生成、弄坏缓存和网站目录，看下一次生成是否仍与全新生成相同：make faults N=300
	$(environment) requirements-test.lock
	@$(bin)/python -m tests.building.faults --kills $(if $(filter file,$(origin N)),300,$(N)) $(FAULTS)

screenshots: ## 把每一种页面拍成图片，放进 build/screenshots/
	$(environment) requirements-test.lock
	@scripts/system-packages.sh --required chromium fonts-noto-cjk
	@$(bin)/python -m scripts.screenshots

lighthouse: ## 用 Lighthouse（移动）给首页、案例、目录、通知打分
	$(environment) requirements-test.lock
	@scripts/system-packages.sh --required $(SYSTEM_PACKAGES)
	@scripts/node-packages.sh --required tests/bench/lighthouse
	@$(bin)/python -m tests.bench.lighthouse

lock: ## 依据 pyproject.toml 重写锁文件；make lock UPGRADE=1 取新版本
	$(environment) requirements-bench.lock
	@PATH="$(CURDIR)/$(bin):$$PATH" $(bin)/python scripts/lock.py $(if $(UPGRADE),--upgrade)
	@scripts/node-packages.sh --lock tests/tools
	@scripts/node-packages.sh --lock theme/vendor
	@scripts/node-packages.sh --lock tests/bench/lighthouse
	@scripts/node-packages.sh --lock tests/bench/search
	@scripts/node-packages.sh --lock tests/bench/eleventy

clean: ## 删除生成的内容（site/、缓存）和 .venv
	@rm -rf site build .cache .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
