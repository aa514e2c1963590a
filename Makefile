.PHONY: build lint format test

build:
	swift build --explicit-target-dependency-import-check error

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests

test: lint
	swift test
