from globa.config.commands import main

main()
