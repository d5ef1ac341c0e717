PYTHON ?= python3
VENV := .venv/bin
TORCH := torch==2.13.0
PHOTO = $(shell $(VENV)/python -c "from limner import model_files; print(model_files.path('sample-astronaut.png'))")

.PHONY: help run ready studio studio-client test videoready diffusersready checks migration bench gestures sheet matrix eval eval-blind evalready benchready constraints clean

help: ## say what can be done
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/'

ready: ## install what is needed into .venv, and fetch the model files
	@$(PYTHON) tools/bootstrap.py
	@$(VENV)/python -m limner.model_files

studio: ready ## build the studio's page
	@$(VENV)/python tools/studio.py

run: studio ## draw the sample photo, then open the studio
	@mkdir -p out
	@$(VENV)/limner draw "$(PHOTO)" --template moon --style storybook --out out/astronaut-moon-storybook.png
	@$(VENV)/limner serve --open

test: studio videoready diffusersready ## everything that must hold before a change is kept
	@$(PYTHON) tools/debian_packages.py
	@$(VENV)/python tools/check.py

studio-client: ready ## make the types of the studio's client from the API
	@$(VENV)/python tools/studio.py --packages-only
	@$(VENV)/python -m limner.api.openapi > web/openapi.json
	@cd web && npx openapi-typescript openapi.json --default-non-nullable=false -o src/api/schema.d.ts && rm openapi.json

migration: ready ## write the next revision of the SQL tables (make migration MESSAGE="what changes")
	@$(VENV)/python tools/migration.py "$(MESSAGE)"

bench: benchready ## measure every speed the README states
	@$(VENV)/python benchmarks/bench.py
	@$(VENV)/python -m benchmarks.motion
	@$(VENV)/python -m benchmarks.server
	@$(VENV)/python -m benchmarks.jobs
	@cd web && npm run --silent bench

gestures: ready ## every gesture of the sample photo on one sheet: out/gestures.png
	@mkdir -p out
	@$(VENV)/python -m benchmarks.motion --sheet out/gestures.png

sheet: ready ## every photo of ../shared/photos in every style on one sheet
	@$(VENV)/python benchmarks/sheet.py

matrix: ready ## every style, scene, outfit and pose on invented people: out/matrix
	@$(VENV)/python -m benchmarks.matrix

videoready: ready
	@$(VENV)/python -m pip install --quiet --no-input --disable-pip-version-check --no-deps --require-hashes \
	  --requirement constraints-video.txt

# torch needs several GB where it comes with CUDA's libraries. Without it the tests of local models say that they are skipped.
diffusersready: ready
	@$(VENV)/python -m pip install --quiet --no-input --disable-pip-version-check --no-deps --require-hashes \
	  --requirement constraints-diffusers.txt
	@$(VENV)/python -m pip install --quiet --no-input --disable-pip-version-check $(TORCH) \
	  || echo "$(TORCH) COULD NOT BE INSTALLED: models that draw on this machine are not tested"

benchready: studio
	@$(VENV)/python -m pip install --quiet --no-input --disable-pip-version-check --no-deps --require-hashes \
	  --requirement constraints-bench.txt

evalready: ready
	@$(VENV)/python -m pip install --quiet --no-input --disable-pip-version-check --no-deps --require-hashes \
	  --requirement constraints-eval.txt

eval: evalready ## how well drawings point to their people: out/eval/index.html (quicker: make eval ARGS=--quick)
	@$(VENV)/python -m benchmarks.eval $(ARGS)

eval-blind: evalready ## two shuffled sheets and a key, to match by eye: out/eval-blind
	@$(VENV)/python -m benchmarks.eval.blind $(ARGS)

constraints: ## choose the package versions anew (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --upgrade -o constraints.txt
	uv pip compile --group eval --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --upgrade -o constraints-eval.txt
	uv pip compile --group bench --universal --python-version 3.11 -c constraints.txt \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --upgrade -o constraints-bench.txt
	echo "torch; python_version < '3'" > out-torch.txt
	uv pip compile --group diffusers --universal --python-version 3.11 -c constraints.txt --override out-torch.txt \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --upgrade -o constraints-diffusers.txt
	rm out-torch.txt
	echo "av" | uv pip compile - --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --upgrade -o constraints-video.txt

clean: ## remove everything that was made here
	rm -rf .venv out build dist .pytest_cache .ruff_cache .hypothesis .import_linter_cache
