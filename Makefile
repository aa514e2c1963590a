.PHONY: run build test lint format

run: build
	@exec .build/release/schoolgate serve --demo --data run/demo --listen 127.0.0.1:8080

build:
	@scripts/bootstrap run
	swift build --configuration release --product schoolgate --explicit-target-dependency-import-check error
	swift build --configuration release --product schoolgate-pictures --explicit-target-dependency-import-check error

test:
	@scripts/test

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests
