"""`python -m medlint` is `medlint`."""

from medlint.cli.main import main

if __name__ == "__main__":
    main()
