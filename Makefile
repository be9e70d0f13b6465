# Every target is one line or one script. `make` alone lists them.
.PHONY: help run demo test check bench package check-tools

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: ## open the app on the demo venue; without a display, do `make demo`
	@scripts/run

demo: ## the whole main job in the terminal; leaves everything in demo-out/
	@scripts/demo

test: ## every check and every test
	@scripts/test

check: ## the quick part of the tests: format, lints, tidy, types, licences
	@scripts/check

bench: ## hot paths beside the bare library beneath them
	@scripts/bench

package: ## a Debian package of the desktop app, in target/release/bundle/deb
	@scripts/package

check-tools: ## install cargo-deny, which `make check` uses when it is there
	cargo install cargo-deny --locked
