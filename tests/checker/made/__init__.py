"""Reports made up for the checker: clean ones of many shapes, and the same with one error of a known kind planted in a known place."""
