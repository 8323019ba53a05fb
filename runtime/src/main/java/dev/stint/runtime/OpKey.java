package dev.stint.runtime;

/** Names one operation of one tasklet for ever, so that repeating a request does nothing twice. */
record OpKey(CellId cell, long number) {}
