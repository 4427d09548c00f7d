# Foyer's commands. `make site` and `make test` are all that a newcomer needs.
.DEFAULT_GOAL := help
.PHONY: help site install release template sample fonts test lint golden bench identity oracle torture fuzz screenshots deps lint-deps test-deps bench-deps clean

# What building needs, and what the tests need beside it, by Debian's names.
BUILD_PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev libsimdjson-dev libxxhash-dev libcurl4-openssl-dev \
	libfreetype-dev zlib1g-dev pkg-config
TEST_PACKAGES := cmark-gfm openssl chromium chromium-headless-shell fonts-dejavu-core fonts-droid-fallback poppler-utils python3-pip python3-jsonschema \
	khal calcurse newsboat python3-icalendar python3-vobject python3-yaml python3-jinja2 gnupg jq curl lua5.4
LINT_PACKAGES := python3-yaml python3-pip shellcheck
BENCH_PACKAGES := python3 python3-pip
RELEASE_PACKAGES := python3 patchelf dpkg-dev binutils g++ libpng-dev libbrotli-dev

# With the Swift libraries inside: the program starts in two thirds of the time, and runs where no Swift is installed.
RELEASE := swift build -c release --static-swift-stdlib

# Tests try the program as it is released, in a folder of their own: built for debugging, their hundreds of sites take four times as long.
FOR_TESTS := -c release -Xswiftc -enable-testing --scratch-path .build/tests
TEST := swift test $(FOR_TESTS)
TESTED := .build/tests/release
# What tests the program itself makes a thousand sites that nobody keeps: in memory, where that has room for them. What tests publishing
# from within does it on the disk.
IN_MEMORY := TMPDIR="$$(.ci/scratch-folder)"

OUTPUT ?= Output
PREFIX ?= /usr/local
ARCHIVE ?= .build/archive

help:
	@echo "make site   build the program and the sample site in $(OUTPUT)/"
	@echo "make test   run every test"
	@echo "make lint   check the format and the architecture"
	@echo "make golden record anew what tests compare with, and fail, so that somebody reads the difference"
	@echo "make oracle compute every number of the sample site anew, in another language"
	@echo "make release  pack the program with all that it needs, for others, into $(ARCHIVE)/"
	@echo "make template REPOSITORY=ada/foyer  the repository that builds a site on GitHub, made for that Foyer"
	@echo "make bench  measure builds and exports of generated accounts, read their pages, fuzz the readers, compare built-on and fresh sites,"
	@echo "            kill syncs and notices"
	@echo "make torture  kill, starve and rob builds at length, and let each call to the system fail"

site: deps
	$(RELEASE) --product foyer
	.build/release/foyer build --sample --output "$(OUTPUT)"

install: deps
	$(RELEASE) --product foyer
	install -D -s .build/release/foyer "$(DESTDIR)$(PREFIX)/bin/foyer"
	mkdir -p "$(DESTDIR)$(PREFIX)/share/foyer"
	cp -R Templates Sources/foyer/Sample "$(DESTDIR)$(PREFIX)/share/foyer/"

# An archive that runs wherever it lies, a Debian package, and their checksums.
release: deps
	@.ci/install $(RELEASE_PACKAGES)
	.ci/make-static .build/static
	.ci/make-sysroot .build/sysroot
	PKG_CONFIG_PATH="$(CURDIR)/.build/static" $(RELEASE) --product foyer --scratch-path .build/released \
		-Xswiftc -Xclang-linker -Xswiftc "--sysroot=$(CURDIR)/.build/sysroot" -Xlinker "$(CURDIR)/.build/sysroot/later.o"
	.ci/make-release .build/released/release/foyer "$(ARCHIVE)"

# docs/template with the place and the tag of this Foyer filled in, ready to be pushed to a repository of its own.
template:
	@test -n "$(REPOSITORY)" || { echo "Say whose Foyer it is: make template REPOSITORY=ada/foyer" >&2; exit 64; }
	rm -rf .build/template
	cp -R docs/template .build/template
	grep -rl OWNER/foyer .build/template | xargs sed -i \
		-e "s|\(OWNER/foyer/.github/actions/foyer\)@v[0-9]*|\1@$$(.ci/version --major)|" -e "s|OWNER/foyer|$(REPOSITORY)|g"
	@echo "The template is ready in .build/template"

# The sample account, from the facts in sample-titles.tsv.
sample:
	python3 Sources/foyer/make-sample.py

# The site's faces, out of Debian's packages: the same packages, the same bytes.
fonts:
	.ci/make-fonts

# One after the other: programs and browsers at work would take the time that the other tests count on.
test: test-deps
	swift build --build-tests $(FOR_TESTS)
	.ci/oracle-accounts $(TESTED)/foyer sample
	$(TEST) --skip-build --skip 'FoyerTests|BrowserTests'
	$(IN_MEMORY) $(TEST) --skip-build --filter FoyerTests
	$(IN_MEMORY) $(TEST) --skip-build --filter BrowserTests
	.ci/replay-workflows $(TESTED)/foyer $(TESTED)/simkl-loopback

# The pictures in docs/images, of the sample site with posters that are drawn for it.
screenshots: test-deps
	FOYER_SCREENSHOTS=docs/images $(TEST) --filter Screenshots

lint: lint-deps
	swift format lint --strict --recursive Package.swift Sources Tests
	.ci/lint-imports
	.ci/lint-layers
	.ci/lint-docs
	.ci/lint-workflows

bench: bench-deps
	$(RELEASE) --product foyer
	$(RELEASE) --product simkl-loopback
	.ci/bench .build/release/foyer .build/release/simkl-loopback
	.ci/bench .build/release/foyer exports
	.ci/open-web-accounts .build/release/foyer
	$(MAKE) fuzz
	$(MAKE) identity
	.ci/oracle-accounts .build/release/foyer
	FOYER_KILLS=200 $(TEST) --filter SyncInterruption
	FOYER_NOTIFY_KILLS=100 $(TEST) --filter NotifyKill

# 200 kills, 50 full disks, mounts, owners; best as root, in a container. Then every call to the system fails once.
torture: test-deps
	$(RELEASE) --product foyer
	.ci/torture .build/release/foyer
	FOYER_FAULTS=all $(TEST) --filter PublishFaultTests

# What is committed for tests to compare with: a small account's site, and the names that templates may use.
golden: test-deps
	RECORD_GOLDEN=1 $(TEST) --filter 'GoldenSiteTests|CalendarGoldenTests|TemplateNamesTests'

# 200 accounts that are changed at random, and 60 nights of one: built on the last site and from nothing, to the same bytes.
identity: test-deps
	FOYER_IDENTITY=200 $(TEST) --filter IdentityTests

# Every number of the sample site, computed anew from its files and the rules that the site prints.
oracle: deps
	swift build --product foyer
	.ci/oracle-accounts .build/debug/foyer sample

# 100,000 mutations of the fixtures through every reader.
fuzz: test-deps
	FOYER_FUZZ=100000 $(TEST) --filter Fuzz

deps:
	@.ci/install $(BUILD_PACKAGES)

lint-deps:
	@.ci/install $(LINT_PACKAGES)
	@.ci/fetch-linters

bench-deps:
	@.ci/install $(BUILD_PACKAGES) $(BENCH_PACKAGES)
	@.ci/fetch-parsers

test-deps:
	@.ci/install $(BUILD_PACKAGES) $(TEST_PACKAGES)
	@.ci/fetch-axe
	@.ci/fetch-parsers

clean:
	rm -rf .build
