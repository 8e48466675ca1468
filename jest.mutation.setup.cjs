// Whether a property fails is asked of every mutant; the smallest example of it is of no interest, and takes longest to find.
require('fast-check').configureGlobal({ endOnFailure: true });
